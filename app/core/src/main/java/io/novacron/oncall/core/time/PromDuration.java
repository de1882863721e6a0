package io.novacron.oncall.core.time;

import io.novacron.oncall.core.text.Visible;
import java.time.Duration;

/**
 * Durations as Prometheus and Alertmanager write them: {@code 1h30m}, {@code 15s}, {@code 500ms}. A day has 24 hours, a
 * week 7 days, a year 365 days; the largest is 2^63 − 1 nanoseconds, some 292 years.
 */
public final class PromDuration {

    private enum Unit {
        Y("y", Duration.ofDays(365)),
        W("w", Duration.ofDays(7)),
        D("d", Duration.ofDays(1)),
        H("h", Duration.ofHours(1)),
        M("m", Duration.ofMinutes(1)),
        S("s", Duration.ofSeconds(1)),
        MS("ms", Duration.ofMillis(1));

        private final String sign;
        private final long millis;

        Unit(String sign, Duration length) {
            this.sign = sign;
            this.millis = length.toMillis();
        }
    }

    private static final String EXPECTED = "write it as in 1h30m, 15s or 500ms";
    private static final long LARGEST = Long.MAX_VALUE / 1_000_000;

    private final String text;
    private int at;

    private PromDuration(String text) {
        this.text = text;
    }

    /**
     * Reads numbers with units {@code y w d h m s ms}, the larger unit first, each at most once, without fractions, signs or
     * blanks; a bare {@code 0} is allowed.
     */
    public static Duration parse(String text) throws DurationSyntaxException {
        return text.equals("0") ? Duration.ZERO : new PromDuration(text).parts();
    }

    /** As Prometheus prints it, to the millisecond: {@code 1h30m}; years and weeks only where they leave no rest. */
    public static String format(Duration duration) {
        long rest = duration.abs().toMillis();
        if (rest == 0) {
            return "0s";
        }
        StringBuilder out = new StringBuilder(duration.isNegative() ? "-" : "");
        for (Unit unit : Unit.values()) {
            boolean exactOnly = unit == Unit.Y || unit == Unit.W;
            if (rest >= unit.millis && !(exactOnly && rest % unit.millis != 0)) {
                out.append(rest / unit.millis).append(unit.sign);
                rest %= unit.millis;
            }
        }
        return out.toString();
    }

    private Duration parts() throws DurationSyntaxException {
        if (text.isEmpty()) {
            throw new DurationSyntaxException("The duration is empty; " + EXPECTED + ".", 1);
        }
        long millis = 0;
        long smaller = Long.MAX_VALUE;
        while (at < text.length()) {
            int start = at;
            long number = number();
            Unit unit = unit();
            if (unit.millis >= smaller) {
                throw wrong("\"" + unit.sign + "\" stands after a smaller or the same unit", start);
            }
            smaller = unit.millis;
            if (number > (LARGEST - millis) / unit.millis) {
                throw wrong("it is longer than 292 years", start);
            }
            millis += number * unit.millis;
        }
        return Duration.ofMillis(millis);
    }

    private long number() throws DurationSyntaxException {
        int start = at;
        long number = 0;
        while (at < text.length() && digit(text.charAt(at))) {
            if (number > LARGEST) {
                throw wrong("the number is too large", start);
            }
            number = number * 10 + (text.charAt(at) - '0');
            at++;
        }
        if (at == start) {
            throw wrong("a number is expected", start);
        }
        return number;
    }

    private Unit unit() throws DurationSyntaxException {
        int start = at;
        while (at < text.length() && !digit(text.charAt(at))) {
            at++;
        }
        String sign = text.substring(start, at);
        for (Unit unit : Unit.values()) {
            if (unit.sign.equals(sign)) {
                return unit;
            }
        }
        if (sign.isEmpty()) {
            throw wrong("a unit (y, w, d, h, m, s, ms) is missing", start);
        }
        throw wrong("\"" + Visible.line(sign, 20) + "\" is no unit (y, w, d, h, m, s, ms)", start);
    }

    private DurationSyntaxException wrong(String why, int index) {
        String message = "\"%s\" is no duration: %s at column %d; %s."
                .formatted(Visible.line(text, 60), why, index + 1, EXPECTED);
        return new DurationSyntaxException(message, index + 1);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
