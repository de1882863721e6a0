package io.novacron.oncall.connectors.elasticsearch;

import java.time.Duration;
import java.time.Instant;

/** Widths of histogram bars: steps of at most 2.5, so that 60 to 150 bars fit any range from 60 ms up. */
final class Interval {

    private static final int MOST = 150;
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] LADDER = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        20 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        20 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        5 * DAY,
        10 * DAY,
        20 * DAY,
        50 * DAY,
        100 * DAY,
        200 * DAY,
        500 * DAY,
        1_000 * DAY
    };

    private Interval() {}

    /** The narrowest of the ladder that makes no more than 150 bars of the range; {@code end} is exclusive. */
    static Duration of(Instant start, Instant end) {
        long first = start.toEpochMilli();
        long last = last(end);
        for (long step : LADDER) {
            if (Math.floorDiv(last, step) - Math.floorDiv(first, step) < MOST) {
                return Duration.ofMillis(step);
            }
        }
        return Duration.ofMillis(LADDER[LADDER.length - 1]);
    }

    /** The last millisecond that belongs to the range, at least in part. */
    static long last(Instant end) {
        return end.minusNanos(1).toEpochMilli();
    }
}
