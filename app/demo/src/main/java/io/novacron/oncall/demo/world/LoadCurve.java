package io.novacron.oncall.demo.world;

/**
 * How busy a cluster is, by the hour and the day of the week; 1 on average. Times are epoch seconds.
 *
 * @param depth 1 for the usual swing, 0 for none
 */
public record LoadCurve(double peakSecondOfDay, double depth) {

    /** Always 1. */
    public static final LoadCurve EVEN = new LoadCurve(0, 0);

    private static final double DAY = 86_400;
    private static final double WEEK = 7 * DAY;
    private static final double DAILY = 0.35;
    private static final double WEEKLY = 0.10;
    /** Wednesday noon UTC of the first week of 1970. */
    private static final double MIDWEEK = 6.5 * DAY;

    public LoadCurve(double peakSecondOfDay) {
        this(peakSecondOfDay, 1);
    }

    public double at(double time) {
        if (depth == 0) {
            return 1;
        }
        return 1
                + depth
                        * (DAILY * Math.cos(angle(time, DAY, peakSecondOfDay))
                                + WEEKLY * Math.cos(angle(time, WEEK, MIDWEEK)));
    }

    /** The integral of {@link #at} between two times. */
    public double between(double from, double to) {
        return to - from + wave(to) - wave(from);
    }

    /** The integral of the seconds since {@code from} times {@link #at}, between two times: for what grows in a straight line. */
    public double moment(double from, double to) {
        double span = to - from;
        return span * span / 2 + span * wave(to) - (swell(to) - swell(from));
    }

    /** The integral of all but the constant part of {@link #at}. */
    private double wave(double time) {
        if (depth == 0) {
            return 0;
        }
        return depth
                * (DAILY * DAY / (2 * Math.PI) * Math.sin(angle(time, DAY, peakSecondOfDay))
                        + WEEKLY * WEEK / (2 * Math.PI) * Math.sin(angle(time, WEEK, MIDWEEK)));
    }

    /** The integral of {@link #wave}. */
    private double swell(double time) {
        return -depth
                * (DAILY * square(DAY / (2 * Math.PI)) * Math.cos(angle(time, DAY, peakSecondOfDay))
                        + WEEKLY * square(WEEK / (2 * Math.PI)) * Math.cos(angle(time, WEEK, MIDWEEK)));
    }

    private static double square(double value) {
        return value * value;
    }

    private static double angle(double time, double period, double peak) {
        return 2 * Math.PI * ((time - peak) % period) / period;
    }
}
