package io.novacron.oncall.demo.promql;

import java.util.List;

/** Where selectors read. A store may compute its samples when they are asked for. */
public interface SeriesStore {

    /** Every series that satisfies all matchers and may have samples between the two times (epoch milliseconds). */
    List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis);
}
