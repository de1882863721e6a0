package io.novacron.oncall.demo.rule;

import java.util.Locale;

/** Where an alert, or a rule as a whole, stands. */
public enum AlertPhase {
    INACTIVE,
    PENDING,
    FIRING;

    /** As the API and the {@code alertstate} label say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
