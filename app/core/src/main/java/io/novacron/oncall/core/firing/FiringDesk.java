package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.store.Snapshot;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** What all Prometheus sources say of alerts, beyond what Alertmanager knows. Blocking, any thread. */
public final class FiringDesk {

    /** The time that a row of the table tells. */
    public static final Duration DAY = Duration.ofHours(24);

    private static final AlertHistory NOTHING = new AlertHistory(List.of(), List.of(), 0, "");

    private static final int CHART_STEPS = 240;

    /**
     * What past is asked for.
     *
     * @param alerts the rows that are seen; none asks for what is past alone, whatever its name
     * @param board what Alertmanager has now; what it has is not past
     */
    public record HistoryRequest(List<Alert> alerts, AlertBoard board, Duration span) {

        public HistoryRequest {
            alerts = List.copyOf(alerts);
        }
    }

    /** An expression to draw, and of which source; {@code span} is how far back from now. */
    public record ChartRequest(String source, String expression, Duration span) {}

    private final List<MetricSource> sources;
    private final SendingBook book;
    private final Fanout fanout;
    private final Clock clock;

    public FiringDesk(List<MetricSource> sources, Fanout fanout, Clock clock) {
        this.sources = List.copyOf(sources);
        book = new SendingBook(clock);
        this.fanout = fanout;
        this.clock = clock;
    }

    /**
     * The past of these alerts and of what bore their names, by one range query to each source. Alerts that two sources know
     * have the history of the one that saw them first. A source that fails or answers in part is a doubt; an error where all of them do.
     */
    public Fetched<FiringHistory> history(HistoryRequest request) {
        AlertsQuery query = AlertsQuery.of(request.alerts(), request.span(), clock.now());
        List<Callable<Fetched<HistoryJoin>>> reads = new ArrayList<>();
        sources.forEach(source -> reads.add(() -> join(source, query)));
        try {
            return put(fanout.all(reads), request, query.times());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Fetched.failure(new SourceError.Cancelled("the history of alerts", Duration.ZERO));
        }
    }

    /** What fires in Prometheus and reaches no Alertmanager, of all sources that were polled, the oldest first. */
    public List<Unpaged> unpaged(
            Map<String, Snapshot<MetricAnswer>> metrics, AlertBoard board, List<SourceStatus> statuses) {
        UnpagedSearch search = new UnpagedSearch(board, statuses, clock.now());
        List<Unpaged> found = new ArrayList<>();
        for (MetricSource source : sources) {
            Snapshot<MetricAnswer> snapshot = metrics.get(source.name());
            if (snapshot != null) {
                found.addAll(search.of(source.name(), snapshot.value(), book.of(source)));
            }
        }
        found.sort(Comparator.comparing(Unpaged::activeAt).thenComparing(Unpaged::labels));
        return found;
    }

    /** An expression of a rule over a stretch of time, from the source that evaluates the rule. */
    public Fetched<QueryResult> chart(ChartRequest request) {
        return sources.stream()
                .filter(source -> source.name().equals(request.source()))
                .findFirst()
                .map(source -> {
                    Duration step = request.span().dividedBy(CHART_STEPS);
                    Instant end = clock.now();
                    return source.range(request.expression(), end.minus(request.span()), end, step);
                })
                .orElseGet(() -> Fetched.failure(
                        new SourceError.Unreachable(request.source(), "it is not configured any more")));
    }

    private static Fetched<FiringHistory> put(
            List<Fetched<HistoryJoin>> joins, HistoryRequest request, Timeline times) {
        Set<Labels> current = new HashSet<>();
        request.board().alerts().forEach(alert -> current.add(alert.labels()));
        Map<AlertKey, AlertHistory> byKey = new HashMap<>();
        List<PastAlert> past = new ArrayList<>();
        List<SourceError> errors = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        Contact heard = null;
        for (Fetched<HistoryJoin> fetched : joins) {
            switch (fetched) {
                case Fetched.Answer<HistoryJoin>(HistoryJoin join, Contact contact) -> {
                    join.of(request.alerts()).forEach((key, found) -> byKey.merge(key, found, FiringDesk::earlier));
                    past.addAll(join.besides(current));
                    contact.conditions().forEach(condition -> doubts.add(condition.reason()));
                    heard = contact;
                }
                case Fetched.Failure<HistoryJoin>(SourceError error) -> errors.add(error);
            }
        }
        if (heard == null) {
            return Fetched.failure(
                    errors.isEmpty()
                            ? new SourceError.Unreachable("Prometheus", "none is configured")
                            : errors.getFirst());
        }
        request.alerts().forEach(alert -> byKey.putIfAbsent(alert.key(), NOTHING));
        errors.forEach(error -> doubts.add(error.sentence()));
        return new Fetched.Answer<>(
                new FiringHistory(times.start(), times.end(), times.step(), byKey, past, doubts), heard);
    }

    private Fetched<HistoryJoin> join(MetricSource source, AlertsQuery query) {
        Timeline times = query.times();
        return book.of(source)
                .flatMap(sendings -> source.range(query.expression(), times.start(), times.end(), times.step())
                        .map(QueryResult::series)
                        .map(series -> new HistoryJoin(source.name(), times, series, sendings)));
    }

    private static AlertHistory earlier(AlertHistory a, AlertHistory b) {
        Instant seen = a.firstSeen();
        Instant other = b.firstSeen();
        return seen == null || (other != null && other.isBefore(seen)) ? b : a;
    }
}
