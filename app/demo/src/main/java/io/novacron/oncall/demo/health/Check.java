package io.novacron.oncall.demo.health;

/**
 * What a process found out about one thing it needs, or about itself.
 *
 * @param name {@code process}, {@code disk} or the service it depends on; postgres is {@code database}, redis {@code cache}
 * @param latencyMillis how long it took to find out
 */
record Check(String name, Health health, double latencyMillis, String message) {}
