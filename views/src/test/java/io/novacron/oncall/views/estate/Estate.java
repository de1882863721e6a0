package io.novacron.oncall.views.estate;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.fetch.LogReads;
import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.fetch.TraceReads;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.log.LogAnswer;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.core.log.LogTotal;
import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.metric.Target;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.DeskSettings;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.LogSource;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceAnswer;
import io.novacron.oncall.core.trace.TraceQuery;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// One Prometheus, one Jaeger and one Elasticsearch on a clock that stands; each can be made to fail.
public final class Estate implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-22T15:30:00Z");

    public final ManualClock clock = new ManualClock(NOW);
    public final Bus bus = new Bus();
    public final Fanout fanout = new Fanout();
    public final WorkBoard work = new WorkBoard(fanout, clock, bus);
    public final Executor worker = Executors.newVirtualThreadPerTaskExecutor();
    public final Monitor monitor;

    public volatile List<String> services = FakeTraces.allServices();
    public volatile List<Dependency> dependencies = FakeTraces.dependencies();
    public volatile List<Trace> traces;
    public volatile List<Target> targets = targets();
    public volatile List<Rule> rules = List.of();
    /// What a range query answers; null where it fails.
    public volatile @Nullable QueryResult ranged;

    public volatile FakeLogs logs = new FakeLogs(7, 400, NOW, LogTotal.Relation.EQ);
    public volatile @Nullable SourceError prometheusError;
    public volatile @Nullable SourceError jaegerError;
    public volatile @Nullable SourceError elasticError;

    public Estate() {
        traces = new FakeTraces(42).traces(20, NOW);
        var settings = new Settings(
                "production",
                new Operator("ana", Role.RESPONDER),
                List.of(
                        source("prom-eu", SourceKind.PROMETHEUS),
                        source("jaeger-eu", SourceKind.JAEGER),
                        source("logs-eu", SourceKind.ELASTICSEARCH)),
                List.of(),
                DeskSettings.DEFAULT);
        var sources = new Monitor.Sources(
                List.of(), List.of(new Prometheus()), List.of(new Jaeger()), List.of(new Elastic()));
        monitor = new Monitor(settings, sources, bus, clock, new Random(1));
    }

    /// Asks every source once and waits.
    public Estate poll() {
        try {
            monitor.refreshOnce(fanout);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    public List<TraceReads> traceReads() {
        var jaeger = new Jaeger();
        return List.of(new TraceReads(
                jaeger.name(),
                new OnDemand<>(work, "search traces", jaeger::search),
                new OnDemand<>(work, "open trace", jaeger::trace),
                new OnDemand<>(work, "list operations", jaeger::operations),
                new OnDemand<>(work, "read dependencies", back -> jaeger.dependencies(clock.now(), back))));
    }

    public List<LogReads> logReads() {
        var elastic = new Elastic();
        return List.of(new LogReads(
                elastic.name(),
                new OnDemand<>(work, "search logs", elastic::search),
                new OnDemand<>(work, "count logs", elastic::histogram)));
    }

    public static SourceError refused(String host) {
        return new SourceError.Unreachable(host, "connection refused");
    }

    @Override
    public void close() {
        monitor.close();
        fanout.close();
        bus.close();
    }

    private static SourceSettings source(String name, SourceKind kind) {
        return new SourceSettings(
                name,
                kind,
                "production",
                "eu-west",
                List.of(URI.create("http://127.0.0.1:9")),
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                true);
    }

    private static List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String service : FakeTraces.allServices()) {
            int count = service.length() % 3 + 1;
            for (int i = 0; i < count; i++) {
                boolean down = service.equals("dwcp-hde") || (service.equals("novacron-storage") && i == 0);
                if (!service.equals("novacron-billing") && !service.equals("ingress-nginx")) {
                    targets.add(new Target(
                            Labels.of(Map.of("job", service, "instance", service + "-" + i + ":9090")),
                            "http://" + service + "-" + i + ":9090/metrics",
                            down ? "down" : "up",
                            down ? "dial tcp 10.4.2.17:9090: connect: connection refused" : "",
                            NOW.minusSeconds(4 + i)));
                }
            }
        }
        return targets;
    }

    private static Contact contact() {
        return new Contact("1.0", "", Duration.ofMillis(12), Duration.ZERO, null, List.of());
    }

    private static <T> Fetched<T> answer(@Nullable SourceError error, T value) {
        return error == null ? new Fetched.Answer<>(value, contact()) : Fetched.failure(error);
    }

    /// The one Prometheus, to be asked beside the polls.
    public List<MetricSource> metrics() {
        return List.of(new Prometheus());
    }

    private final class Prometheus implements MetricSource {
        @Override
        public String name() {
            return "prom-eu";
        }

        @Override
        public SourceKind kind() {
            return SourceKind.PROMETHEUS;
        }

        @Override
        public Fetched<MetricAnswer> poll() {
            return answer(prometheusError, new MetricAnswer("3.8.1", rules, List.of(), targets));
        }

        @Override
        public Fetched<QueryResult> query(String expression, @Nullable Instant time) {
            return Fetched.failure(refused("prom-eu"));
        }

        @Override
        public Fetched<QueryResult> range(String expression, Instant start, Instant end, Duration step) {
            return ranged == null ? Fetched.failure(refused("prom-eu")) : answer(prometheusError, ranged);
        }

        @Override
        public Fetched<List<AlertSending>> sendings() {
            return Fetched.failure(refused("prom-eu"));
        }
    }

    private final class Jaeger implements TraceSource {
        @Override
        public String name() {
            return "jaeger-eu";
        }

        @Override
        public SourceKind kind() {
            return SourceKind.JAEGER;
        }

        @Override
        public Fetched<TraceAnswer> poll() {
            return answer(jaegerError, new TraceAnswer(services));
        }

        @Override
        public Fetched<List<String>> operations(String service) {
            return answer(
                    jaegerError,
                    traces.stream()
                            .flatMap(trace -> trace.spans().stream())
                            .filter(span -> span.service().equals(service))
                            .map(span -> span.operation())
                            .distinct()
                            .sorted(Comparator.naturalOrder())
                            .toList());
        }

        @Override
        public Fetched<List<Trace>> search(TraceQuery query) {
            return answer(
                    jaegerError,
                    traces.stream()
                            .filter(trace -> trace.spans().stream()
                                    .anyMatch(span -> span.service().equals(query.service())))
                            .limit(query.limit())
                            .toList());
        }

        @Override
        public Fetched<Trace> trace(String traceId) {
            return traces.stream()
                    .filter(trace -> trace.traceId().equals(traceId))
                    .findFirst()
                    .map(trace -> answer(jaegerError, trace))
                    .orElse(Fetched.failure(new SourceError.Rejected("jaeger-eu", 404, "trace not found")));
        }

        @Override
        public Fetched<List<Dependency>> dependencies(Instant end, Duration lookback) {
            return answer(jaegerError, dependencies);
        }
    }

    private final class Elastic implements LogSource {
        @Override
        public String name() {
            return "logs-eu";
        }

        @Override
        public SourceKind kind() {
            return SourceKind.ELASTICSEARCH;
        }

        @Override
        public Fetched<LogAnswer> poll() {
            return answer(elasticError, new LogAnswer(List.of("logs-novacron-2026.11.22")));
        }

        @Override
        public Fetched<LogPage> search(LogQuery query) {
            return answer(elasticError, logs.page(query));
        }

        @Override
        public Fetched<LogHistogram> histogram(LogQuery query) {
            return answer(elasticError, logs.histogram(query));
        }
    }
}
