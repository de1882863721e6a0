package io.novacron.oncall.core.alert;

import java.util.Locale;

/** What the console calls an alert's state. Anything it does not understand counts as {@link #FIRING}. */
public enum AlertState {
    FIRING,
    /** A named person works on this firing. */
    ACKNOWLEDGED,
    /** A planned rule over labels keeps it quiet. */
    SILENCED,
    INHIBITED,
    MUTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
