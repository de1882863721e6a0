package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One series made of an alert's runs. */
record AlertSeries(Labels labels, AlertRun.Series series, List<AlertRun> runs) implements StoredSeries {

    /** One series of the runs of both. */
    static AlertSeries followed(AlertSeries first, AlertSeries second) {
        List<AlertRun> both = new ArrayList<>(first.runs());
        both.addAll(second.runs());
        return new AlertSeries(first.labels(), first.series(), both);
    }

    @Override
    public Samples within(long fromExclusive, long toInclusive) {
        List<Samples> parts = new ArrayList<>();
        for (AlertRun run : runs) {
            Samples part = run.samples(series, fromExclusive, toInclusive);
            if (part.times().length > 0) {
                parts.add(part);
            }
        }
        return SampleArrays.joined(parts);
    }

    @Override
    public @Nullable Sample newest(long fromExclusive, long toInclusive) {
        for (AlertRun run : runs.reversed()) {
            Samples part = run.samples(series, Math.max(fromExclusive, toInclusive - 2 * run.step()), toInclusive);
            if (part.times().length == 0 && fromExclusive < toInclusive - 2 * run.step()) {
                part = run.samples(series, fromExclusive, toInclusive);
            }
            int count = part.times().length;
            if (count > 0) {
                return new Sample(part.times()[count - 1], part.values()[count - 1]);
            }
        }
        return null;
    }
}
