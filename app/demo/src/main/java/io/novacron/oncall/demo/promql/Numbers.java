package io.novacron.oncall.demo.promql;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/** Numbers and durations, as Prometheus reads and writes them. */
final class Numbers {

    /** Units of a duration from the longest down, in which order they must be written, with their milliseconds. */
    private static final List<Unit> UNITS = List.of(
            new Unit("y", 365L * 86_400_000),
            new Unit("w", 7L * 86_400_000),
            new Unit("d", 86_400_000),
            new Unit("h", 3_600_000),
            new Unit("m", 60_000),
            new Unit("s", 1_000),
            new Unit("ms", 1));

    /** The longest duration that Prometheus can hold: 2^63 nanoseconds. */
    private static final long LONGEST = Long.MAX_VALUE / 1_000_000;

    private record Unit(String name, long millis) {}

    private Numbers() {}

    /** A number token: decimal, hexadecimal, octal with a leading zero, or {@code inf} and {@code nan} in any case. */
    static double number(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return whole(text, text.substring(2), 16);
        }
        String digits = text.replace("_", "");
        if (digits.length() < text.length() && !digits.chars().allMatch(Character::isDigit)) {
            throw notANumber(text);
        }
        if (digits.length() > 1 && digits.startsWith("0") && digits.chars().allMatch(c -> c >= '0' && c <= '7')) {
            return whole(text, digits, 8);
        }
        return go(digits).orElseThrow(() -> notANumber(text));
    }

    private static double whole(String text, String digits, int base) {
        try {
            return Long.parseLong(digits.replace("_", ""), base);
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
    }

    /** What Go's ParseFloat reads, for example in a label {@code le}; empty where it reads nothing. */
    static OptionalDouble go(String text) {
        boolean negative = text.startsWith("-");
        String bare = negative || text.startsWith("+") ? text.substring(1) : text;
        if (bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity")) {
            return OptionalDouble.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        if (bare.equalsIgnoreCase("nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        if (bare.isEmpty() || !bare.chars().allMatch(Numbers::isPartOfADecimal)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(bare);
            return OptionalDouble.of(negative ? -value : value);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Java would also read blanks and type suffixes. */
    private static boolean isPartOfADecimal(int c) {
        return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
    }

    /** Milliseconds of a duration such as {@code 1h30m}: whole numbers with units, longest first, each at most once. */
    static long duration(String text) {
        long sum = 0;
        int at = 0;
        int unit = 0;
        while (at < text.length()) {
            int digits = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            int name = at;
            while (at < text.length() && !Character.isDigit(text.charAt(at))) {
                at++;
            }
            while (unit < UNITS.size() && !UNITS.get(unit).name().equals(text.substring(name, at))) {
                unit++;
            }
            if (unit == UNITS.size() || digits == name || name - digits > 18) {
                throw PromQlException.syntax("\"" + text + "\" is no number and no duration such as 1h30m");
            }
            sum = plus(
                    sum,
                    Long.parseLong(text.substring(digits, name)),
                    UNITS.get(unit++).millis(),
                    text);
        }
        return sum;
    }

    private static long plus(long sum, long count, long millis, String text) {
        if (count > (LONGEST - sum) / millis) {
            throw PromQlException.syntax("duration " + text + " is out of range");
        }
        return sum + count * millis;
    }

    /** Shortest digits that stand for the value, never in exponents, as {@code count_values} labels them. */
    static String plain(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        String digits = new BigDecimal(Double.toString(value)).toPlainString();
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }

    private static PromQlException notANumber(String text) {
        return PromQlException.syntax("\"" + text + "\" is no number");
    }
}
