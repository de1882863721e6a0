package io.novacron.oncall.demo.metric.signal;

/**
 * How durations are spread: a log-logistic distribution, whose share below any bound has a closed form and whose tail is as long
 * as that of real services. With shape 3 the 95th percentile is 2.7 and the 99th 4.6 medians.
 *
 * @param median in seconds, or whatever is measured
 * @param shape above 1; the greater the narrower
 */
public record Spread(double median, double shape) {

    /** Most things that are called. */
    public static Spread around(double median) {
        return new Spread(median, 3);
    }

    /** The share that is not above {@code bound}. */
    public double below(double bound) {
        return bound <= 0 ? 0 : 1 / (1 + Math.pow(bound / median, -shape));
    }

    public double mean() {
        double angle = Math.PI / shape;
        return median * angle / Math.sin(angle);
    }
}
