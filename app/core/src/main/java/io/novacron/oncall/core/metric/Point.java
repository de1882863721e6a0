package io.novacron.oncall.core.metric;

/**
 * One sample.
 *
 * @param time epoch seconds
 * @param text the value as the server wrote it, {@code NaN}, {@code +Inf} and {@code -Inf} included
 */
public record Point(double time, String text) {

    /** The value; NaN is a value of its own, neither a gap nor zero. */
    public double value() {
        return switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
