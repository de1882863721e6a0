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
     * oldest (alerts guide §5): where both parsers understand a matcher, the classic one wins on newer servers too.
     */
    public static Dialect ofVersion(String version) {
        String digits = version.startsWith("v") ? version.substring(1) : version;
        int dot = digits.indexOf('.');
        int major = number(dot < 0 ? "" : digits.substring(0, dot));
        int minor = number(digits.substring(dot + 1));
        return major > 0 || (major == 0 && minor >= 27) ? FALLBACK : CLASSIC;
    }

    /** By the digits that the text begins with; -1 where it begins with none, or with too many for a version. */
    private static int number(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == 0 || end > 6 ? -1 : Integer.parseInt(text.substring(0, end));
    }

    /** The word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
