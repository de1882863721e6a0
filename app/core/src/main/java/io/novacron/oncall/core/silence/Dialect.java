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

    /**
     * The parser of a server of this version: before 0.27 only the classic one. A version that does not say is read as the
     * newest, since the server has the last word anyway.
     */
    public static Dialect ofVersion(String version) {
        if (!version.startsWith("0.")) {
            return FALLBACK;
        }
        int end = 2;
        while (end < version.length() && Character.isDigit(version.charAt(end))) {
            end++;
        }
        boolean told = end > 2 && end < 6;
        return told && Integer.parseInt(version.substring(2, end)) < 27 ? CLASSIC : FALLBACK;
    }

    /** The word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
