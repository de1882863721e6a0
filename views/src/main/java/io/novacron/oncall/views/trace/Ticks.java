package io.novacron.oncall.views.trace;

import java.util.ArrayList;
import java.util.List;

/// Round times on an axis.
final class Ticks {
    private Ticks() {}

    /// Offsets in ns from 0 to at most `range`, round and evenly spaced, no more than `most` after 0.
    static List<Long> upTo(long range, int most) {
        List<Long> ticks = new ArrayList<>();
        long step = step(range, Math.max(1, most));
        for (long at = 0; at >= 0 && at <= range; at += step) {
            ticks.add(at);
        }
        return ticks;
    }

    /// 1, 2 or 5 times a power of ten, at least 1 ns.
    private static long step(long range, int most) {
        long power = 1;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                if (Math.ceilDiv(range, most) <= factor * power) {
                    return factor * power;
                }
            }
            if (power > Long.MAX_VALUE / 50) {
                return power;
            }
            power *= 10;
        }
    }
}
