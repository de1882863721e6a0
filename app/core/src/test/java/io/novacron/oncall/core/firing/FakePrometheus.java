package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.metric.AlertSendingReader;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.core.routing.ConfigException;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells of each alert at which steps of the range that is asked for it fired. */
final class FakePrometheus implements MetricSource {

    String config;

    private final Map<Labels, BitSet> firing = new LinkedHashMap<>();
    private final BitSet silent = new BitSet();

    FakePrometheus(String config) {
        this.config = config;
    }

    /** Both steps included. */
    void fires(int from, int to, String... labels) {
        TreeMap<String, String> map = new TreeMap<>(Map.of("__name__", "ALERTS", "alertstate", "firing"));
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        firing.computeIfAbsent(Labels.of(map), key -> new BitSet()).set(from, to + 1);
    }

    /** Both steps included. */
    void knowsNothing(int from, int to) {
        silent.set(from, to + 1);
    }

    @Override
    public Fetched<QueryResult> range(String expression, Instant start, Instant end, Duration step) {
        int steps = (int) (Duration.between(start, end).toMillis() / step.toMillis()) + 1;
        BitSet known = new BitSet();
        known.set(0, steps);
        known.andNot(silent);
        List<Series> series = new ArrayList<>();
        series.add(new Series(Labels.NONE, points(known, start, step)));
        firing.forEach((labels, moments) -> series.add(new Series(labels, points(moments, start, step))));
        return answer(new QueryResult(QueryResult.Type.MATRIX, series, List.of(), List.of()));
    }

    @Override
    public Fetched<List<AlertSending>> sendings() {
        try {
            return answer(List.of(AlertSendingReader.read(config)));
        } catch (ConfigException e) {
            return Fetched.failure(new SourceError.NotTheApi("prom", "a configuration nobody can read", "Prometheus"));
        }
    }

    @Override
    public Fetched<QueryResult> query(String expression, @Nullable Instant time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Fetched<MetricAnswer> poll() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String name() {
        return "prom";
    }

    @Override
    public SourceKind kind() {
        return SourceKind.PROMETHEUS;
    }

    static <T> Fetched.Answer<T> answer(T value) {
        return new Fetched.Answer<>(
                value, new Contact("3.8.1", "", Duration.ofMillis(1), Duration.ZERO, null, List.of()));
    }

    private static List<Point> points(BitSet moments, Instant start, Duration step) {
        return moments.stream()
                .mapToObj(i -> new Point(start.plus(step.multipliedBy(i)).toEpochMilli() / 1000.0, "1"))
                .toList();
    }
}
