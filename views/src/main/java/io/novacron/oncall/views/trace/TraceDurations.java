package io.novacron.oncall.views.trace;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Durations of spans as people who read traces write them: `950 ns`, `12.3 ms`, `1.25 s`; typed as `500us`, `100ms`,
/// `1.2s`, `2m`.
final class TraceDurations {
    private static final long US = 1_000;
    private static final long MS = 1_000_000;
    private static final long S = 1_000_000_000;
    private static final long MIN = 60 * S;
    private static final long H = 60 * MIN;

    private TraceDurations() {}

    /// Three digits that count.
    static String words(long nanos) {
        if (nanos < US) {
            return nanos + " ns";
        }
        if (nanos < MS) {
            return digits(nanos, US) + " µs";
        }
        if (nanos < S) {
            return digits(nanos, MS) + " ms";
        }
        if (nanos < MIN) {
            return digits(nanos, S) + " s";
        }
        if (nanos < H) {
            return nanos / MIN + " min " + nanos % MIN / S + " s";
        }
        return nanos / H + " h " + nanos % H / MIN + " min";
    }

    /// Empty for text that is no duration; a blank text is not for this.
    static Optional<Duration> read(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        int unitAt = text.length();
        while (unitAt > 0 && Character.isLetter(text.charAt(unitAt - 1))) {
            unitAt--;
        }
        long unit = switch (text.substring(unitAt)) {
            case "us", "µs", "μs" -> US;
            case "ms" -> MS;
            case "s" -> S;
            case "m", "min" -> MIN;
            case "h" -> H;
            default -> 0;
        };
        try {
            var nanos = new BigDecimal(text.substring(0, unitAt)).multiply(BigDecimal.valueOf(unit));
            boolean good = unit > 0 && nanos.signum() >= 0;
            return good ? Optional.of(Duration.ofNanos(nanos.longValueExact())) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String digits(long nanos, long unit) {
        double value = (double) nanos / unit;
        String format = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }
}
