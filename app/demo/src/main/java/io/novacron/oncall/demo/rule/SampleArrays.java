package io.novacron.oncall.demo.rule;

import io.novacron.oncall.demo.promql.StoredSeries.Samples;
import java.util.List;

/** Puts samples that follow each other into one pair of arrays. */
final class SampleArrays {

    private SampleArrays() {}

    static Samples joined(List<Samples> parts) {
        if (parts.isEmpty()) {
            return Samples.NONE;
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        int size = 0;
        for (Samples part : parts) {
            size += part.times().length;
        }
        long[] times = new long[size];
        double[] values = new double[size];
        int at = 0;
        for (Samples part : parts) {
            System.arraycopy(part.times(), 0, times, at, part.times().length);
            System.arraycopy(part.values(), 0, values, at, part.values().length);
            at += part.times().length;
        }
        return new Samples(times, values);
    }
}
