package io.novacron.oncall.connectors.alertmanager;

/**
 * The release of a member, as far as its dialect depends on it (alerts guide §5). A version that is empty, a vendor's or
 * otherwise unreadable counts as older than every known one.
 */
record Version(int major, int minor) {

    private static final Version UNKNOWN = new Version(0, 0);

    static Version of(String text) {
        String digits = text.startsWith("v") ? text.substring(1) : text;
        int dot = digits.indexOf('.');
        if (dot < 0) {
            return UNKNOWN;
        }
        int end = dot + 1;
        while (end < digits.length() && digits.charAt(end) >= '0' && digits.charAt(end) <= '9') {
            end++;
        }
        try {
            int major = Integer.parseUnsignedInt(digits, 0, dot, 10);
            int minor = Integer.parseUnsignedInt(digits, dot + 1, end, 10);
            return major < 0 || minor < 0 ? UNKNOWN : new Version(major, minor);
        } catch (NumberFormatException notANumber) {
            return UNKNOWN;
        }
    }

    /** From 0.28 the groups tell who is muted and are enough by themselves. */
    boolean groupsAreEnough() {
        return atLeast(28);
    }

    /** From 0.32 a silence keeps its annotations. */
    boolean keepsAnnotations() {
        return atLeast(32);
    }

    private boolean atLeast(int minorOfZero) {
        return major > 0 || minor >= minorOfZero;
    }
}
