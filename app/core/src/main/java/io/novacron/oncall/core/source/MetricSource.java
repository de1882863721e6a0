package io.novacron.oncall.core.source;

import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.QueryResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One Prometheus backend; reads fail over between its replicas. */
public interface MetricSource extends Source<MetricAnswer> {

    /** An instant query. {@code time} null means the server's now. A bad expression is {@link SourceError.Rejected}. */
    Fetched<QueryResult> query(String expression, @Nullable Instant time);
}
