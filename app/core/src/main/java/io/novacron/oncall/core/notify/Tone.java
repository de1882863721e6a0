package io.novacron.oncall.core.notify;

import java.util.Locale;

/** What a notice sounds like, from silence to what wakes a sleeper. */
public enum Tone {
    NONE,
    LOW,
    SINGLE,
    DOUBLE,
    ALARM;

    /** As the configuration file writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
