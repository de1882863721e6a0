package io.novacron.oncall.core.topology;

import java.util.Locale;

/** How a service is, as far as the last scrapes of its targets tell. */
public enum Health {
    /** Every target is up. */
    HEALTHY,
    /** Some targets are up, not all. */
    DEGRADED,
    /** No target is up and at least one is known to be down. */
    DOWN,
    /** No target, or none that was scraped lately: never drawn green. */
    UNKNOWN;

    /** The word of documents and of the screen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
