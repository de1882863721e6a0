package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Numbers and durations, as Prometheus reads and writes them. */
final class Numbers {

    private Numbers() {}

    /** A number token: decimal, hexadecimal, octal with a leading zero, or {@code inf} and {@code nan} in any case. */
    static double number(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return whole(text, text.substring(2), 16);
        }
        String digits = text.replace("_", "");
        if (text.endsWith("_") || text.contains("__") || text.contains("_.") || text.contains("._")) {
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
            return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(negative ? -value : value);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Java would also read blanks and type suffixes. */
    private static boolean isPartOfADecimal(int c) {
        return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
    }

    /** Milliseconds of a duration token such as {@code 1h30m}. */
    static long duration(String text) {
        try {
            return PromDuration.parse(text).toMillis();
        } catch (DurationSyntaxException e) {
            throw PromQlException.syntax("\"" + text + "\" is no number and no duration: " + e.getMessage());
        }
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
