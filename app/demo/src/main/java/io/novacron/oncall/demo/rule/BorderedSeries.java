package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorded series whose samples before the border are computed; either side may be missing. */
record BorderedSeries(
        Labels labels,
        long border,
        @Nullable RecordedSeries live,
        @Nullable PastRecording past,
        int index) implements StoredSeries {

    BorderedSeries with(RecordedSeries recorded) {
        return new BorderedSeries(labels, border, recorded, past, index);
    }

    @Override
    public Samples within(long fromExclusive, long toInclusive) {
        Samples old = past == null || fromExclusive >= border - 1
                ? Samples.NONE
                : past.within(index, fromExclusive, Math.min(toInclusive, border - 1));
        Samples recent = live == null || toInclusive < border
                ? Samples.NONE
                : live.within(Math.max(fromExclusive, border - 1), toInclusive);
        if (old.times().length == 0) {
            return recent;
        }
        return recent.times().length == 0 ? old : SampleArrays.joined(List.of(old, recent));
    }

    @Override
    public @Nullable Sample newest(long fromExclusive, long toInclusive) {
        if (live != null && toInclusive >= border) {
            Sample recent = live.newest(Math.max(fromExclusive, border - 1), toInclusive);
            if (recent != null) {
                return recent;
            }
        }
        return past == null || fromExclusive >= border - 1
                ? null
                : past.newest(index, fromExclusive, Math.min(toInclusive, border - 1));
    }
}
