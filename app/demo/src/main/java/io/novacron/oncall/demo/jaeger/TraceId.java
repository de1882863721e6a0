package io.novacron.oncall.demo.jaeger;

import java.util.HexFormat;
import java.util.Locale;

/** Trace ids as Jaeger reads and writes them. */
final class TraceId {

    private static final int HALF = 16;

    private TraceId() {}

    /** In lower case with 16 digits, or 32 where it needs more. @throws BadRequest if it is not hexadecimal or too long */
    static String parsed(String text) {
        if (text.length() > 2 * HALF) {
            throw new BadRequest("TraceID cannot be longer than 32 hex characters: " + text);
        }
        int split = Math.max(0, text.length() - HALF);
        long high = split == 0 ? 0 : half(text.substring(0, split));
        long low = half(text.substring(split));
        String lower = HexFormat.of().toHexDigits(low);
        return high == 0 ? lower : HexFormat.of().toHexDigits(high) + lower;
    }

    private static long half(String digits) {
        String lower = digits.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || !lower.chars().allMatch(HexFormat::isHexDigit)) {
            throw new BadRequest("strconv.ParseUint: parsing " + GoText.quoted(digits) + ": invalid syntax");
        }
        return Long.parseUnsignedLong(lower, 16);
    }
}
