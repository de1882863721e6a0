package io.novacron.oncall.core.silence;

import java.util.Locale;

/** State of a silence as the server tells it. */
public enum SilenceState {
    PENDING,
    ACTIVE,
    EXPIRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
