package io.novacron.oncall.core.trace;

import java.util.Locale;

/**
 * Forms of a trace or span id. Backends keep or drop leading zeros, some write upper case or dashes (traces guide §4); an
 * id need not be hexadecimal, so none is ever read as a number.
 */
public final class TraceIds {

    private static final int FULL = 32;

    private TraceIds() {}

    /** What two forms of one id have in common: lower case, no dashes, no leading zeros. Empty for "no id" (all zero). */
    public static String normal(String id) {
        String bare = bare(id);
        int first = 0;
        while (first < bare.length() && bare.charAt(first) == '0') {
            first++;
        }
        return bare.substring(first);
    }

    /** True if both name the same trace or span; "no id" is the same as nothing. */
    public static boolean same(String one, String other) {
        String normal = normal(one);
        return !normal.isEmpty() && normal.equals(normal(other));
    }

    /** The form to ask a trace store for: hexadecimal ids with all 32 digits, any other id as it came. */
    public static String forStore(String id) {
        String bare = bare(id);
        return bare.length() <= FULL && isHex(bare) ? "0".repeat(FULL - bare.length()) + bare : id.strip();
    }

    private static String bare(String id) {
        return id.strip().replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
    }
}
