package io.novacron.oncall.core.silence;

import java.util.Locale;

/** Which parser of Alertmanager reads a matcher (alerts guide M4). */
public enum Dialect {
    /** Before 0.27, and the feature flag {@code classic-mode}. */
    CLASSIC,
    /** The feature flag {@code utf8-strict-mode}. */
    UTF8,
    /** The default since 0.27: both read; classic wins where they disagree, else whoever understands it. */
    FALLBACK;

    /** The word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
