package io.novacron.oncall.demo.world;

/** How busy a cluster is, by the hour and the day of the week; 1 on average. Times are epoch seconds. */
public record LoadCurve(double peakSecondOfDay) {

    private static final double DAY = 86_400;
    private static final double WEEK = 7 * DAY;
    private static final double DAILY = 0.35;
    private static final double WEEKLY = 0.10;
    /** Wednesday noon UTC of the first week of 1970. */
    private static final double MIDWEEK = 6.5 * DAY;

    public double at(double time) {
        return 1 + DAILY * Math.cos(angle(time, DAY, peakSecondOfDay)) + WEEKLY * Math.cos(angle(time, WEEK, MIDWEEK));
    }

    /** The integral of {@link #at} between two times. */
    public double between(double from, double to) {
        return to - from + wave(to) - wave(from);
    }

    private double wave(double time) {
        return DAILY * DAY / (2 * Math.PI) * Math.sin(angle(time, DAY, peakSecondOfDay))
                + WEEKLY * WEEK / (2 * Math.PI) * Math.sin(angle(time, WEEK, MIDWEEK));
    }

    private static double angle(double time, double period, double peak) {
        return 2 * Math.PI * ((time - peak) % period) / period;
    }
}
