package io.novacron.oncall.demo.jaeger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** Numbers and durations as Go reads them, with Go's messages. */
final class GoText {

    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final int BITS = 63;

    private GoText() {}

    /** A whole number. @throws BadRequest if it is no whole number of 64 bits */
    static long whole(String text) {
        try {
            BigInteger number = new BigInteger(text);
            if (number.bitLength() <= BITS) {
                return number.longValue();
            }
            throw new BadRequest("strconv.ParseInt: parsing " + quoted(text) + ": value out of range");
        } catch (NumberFormatException e) {
            throw new BadRequest("strconv.ParseInt: parsing " + quoted(text) + ": invalid syntax");
        }
    }

    /** Nanoseconds of {@code 1h2m}, {@code 1.5s} or {@code 500us}. @throws BadRequest if it is none of these */
    static long duration(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return 0;
        }
        BigDecimal sum = BigDecimal.ZERO;
        if (rest.isEmpty()) {
            throw new BadRequest("time: invalid duration " + quoted(text));
        }
        while (!rest.isEmpty()) {
            int number = run(rest, 0, true);
            int unit = run(rest, number, false);
            sum = sum.add(part(text, rest.substring(0, number), rest.substring(number, unit)));
            rest = rest.substring(unit);
        }
        if (sum.toBigInteger().bitLength() > BITS) {
            throw new BadRequest("time: invalid duration " + quoted(text));
        }
        long nanos = sum.longValue();
        return negative ? -nanos : nanos;
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static BigDecimal part(String whole, String number, String unit) {
        boolean digits = number.chars().anyMatch(c -> c != '.');
        if (!digits || number.chars().filter(c -> c == '.').count() > 1) {
            throw new BadRequest("time: invalid duration " + quoted(whole));
        }
        if (unit.isEmpty()) {
            throw new BadRequest("time: missing unit in duration " + quoted(whole));
        }
        Long nanos = NANOS.get(unit);
        if (nanos == null) {
            throw new BadRequest("time: unknown unit " + quoted(unit) + " in duration " + quoted(whole));
        }
        return new BigDecimal("0" + (number.contains(".") ? number + "0" : number)).multiply(BigDecimal.valueOf(nanos));
    }

    /** Where the digits and points, or all but them, end. */
    private static int run(String text, int from, boolean numeric) {
        int end = from;
        while (end < text.length() && isNumeric(text.charAt(end)) == numeric) {
            end++;
        }
        return end;
    }

    private static boolean isNumeric(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }
}
