package io.novacron.oncall.core.source;

import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.QueryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Prometheus backend; reads fail over between its replicas. */
public interface MetricSource extends Source<MetricAnswer> {

    /** An instant query. {@code time} null means the server's now. A bad expression is {@link SourceError.Rejected}. */
    Fetched<QueryResult> query(String expression, @Nullable Instant time);

    /**
     * The expression at {@code start}, {@code start + step} and so on up to {@code end}; always a matrix. The server never
     * aligns the times and refuses more than 11,000 steps (metrics guide 1.1, 1.3), which is {@link SourceError.Rejected}.
     */
    Fetched<QueryResult> range(String expression, Instant start, Instant end, Duration step);

    /**
     * What each replica does to an alert on its way to Alertmanager, by its configuration; one for each replica that answers,
     * the others are named in a condition. An error where none does.
     */
    Fetched<List<AlertSending>> sendings();
}
