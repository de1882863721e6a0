package io.novacron.oncall.core.source;

import io.novacron.oncall.core.log.LogAnswer;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;

/** One Elasticsearch or OpenSearch backend. */
public interface LogSource extends Source<LogAnswer> {

    Fetched<LogPage> search(LogQuery query);

    /** Totals and bars of the same query, in a request of its own: each may fail while the other works. */
    Fetched<LogHistogram> histogram(LogQuery query);
}
