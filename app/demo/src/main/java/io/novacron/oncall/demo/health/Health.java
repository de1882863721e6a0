package io.novacron.oncall.demo.health;

/** How well something is; the later ones are worse. */
enum Health {
    HEALTHY("healthy", 200),
    /** Slow or failing now and then, but of use. */
    DEGRADED("degraded", 200),
    UNHEALTHY("unhealthy", 503);

    private final String label;
    private final int status;

    Health(String label, int status) {
        this.label = label;
        this.status = status;
    }

    String label() {
        return label;
    }

    int status() {
        return status;
    }

    Health worse(Health other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
