package io.novacron.oncall.demo.metric;

import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Pulses;

/**
 * When one replica of Prometheus stores what it scrapes: not while it is down, and not in gaps of its own. Every half day has one
 * gap of two to four minutes; the replicas take turns, so that one can always fill the other.
 *
 * @param down of this replica
 * @param turn 0 or 1, another one for each replica
 */
record Recording(Pulses down, long key, int turn) {

    private static final long CELL = 6 * 3_600_000L;
    private static final long SHORTEST = 120_000;
    private static final long LONGEST = 240_000;

    boolean at(long millis) {
        return !gap(millis) && running(millis);
    }

    boolean running(long millis) {
        return down.none() || down.at(millis / 1e3) < 0.5;
    }

    private boolean gap(long millis) {
        long cell = Math.floorDiv(millis, CELL);
        if ((cell & 1) != turn) {
            return false;
        }
        long length = SHORTEST + (long) (Noise.unit(key, 2 * cell) * (LONGEST - SHORTEST));
        long start = cell * CELL + (long) (Noise.unit(key, 2 * cell + 1) * (CELL - LONGEST));
        return start <= millis && millis < start + length;
    }
}
