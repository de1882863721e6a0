package io.novacron.oncall.core.poll;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Verdict;
import io.novacron.oncall.core.alert.Watch;
import io.novacron.oncall.core.alert.Watchtower;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.log.LogAnswer;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.LogSource;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.source.SourceBoard;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.store.Snapshot;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.trace.TraceAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All sources of the configuration: asks them at their pace, holds what they said last, says how things stand. Any thread. */
public final class Monitor implements AutoCloseable {

    /** The sources by kind, as the composition made them. */
    public record Sources(
            List<AlertSource> alerts, List<MetricSource> metrics, List<TraceSource> traces, List<LogSource> logs) {

        public Sources {
            alerts = List.copyOf(alerts);
            metrics = List.copyOf(metrics);
            traces = List.copyOf(traces);
            logs = List.copyOf(logs);
        }
    }

    private static final Duration TICK = Duration.ofSeconds(1);

    /** The last good answer of each cluster that has one, and what they add up to. */
    public record AlertsNow(List<Snapshot<ClusterAnswer>> from, AlertBoard board) {

        public AlertsNow {
            from = List.copyOf(from);
        }
    }

    private final Settings settings;
    private final Clock clock;
    private final SourceBoard sources;
    private final Watchtower watchtower;
    private final List<Feed<ClusterAnswer>> alerts;
    private final List<Feed<MetricAnswer>> metrics;
    private final List<Feed<TraceAnswer>> traces;
    private final List<Feed<LogAnswer>> logs;
    private final List<Poller> pollers = new ArrayList<>();
    private volatile Supplier<List<String>> doubts = List::of;
    private final Object merging = new Object();
    private volatile AlertsNow merged = new AlertsNow(List.of(), AlertBoard.EMPTY);

    public Monitor(Settings settings, Sources sources, Bus bus, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        watchtower = new Watchtower(settings.watchdogs());
        this.sources = new SourceBoard(clock, bus, settings.sources());
        alerts = sources.alerts().stream()
                .map(source -> new Feed<>(
                        source,
                        this.sources,
                        bus,
                        clock,
                        new OncallEvent.AlertsChanged(),
                        Emptiness.<ClusterAnswer>ofAlerts(Monitor::distinctAlerts)))
                .toList();
        metrics = sources.metrics().stream()
                .map(source -> new Feed<>(
                        source,
                        this.sources,
                        bus,
                        clock,
                        new OncallEvent.MetricsChanged(),
                        Emptiness.<MetricAnswer>ofInventory(
                                "targets", answer -> answer.targets().size())))
                .toList();
        traces = sources.traces().stream()
                .map(source -> new Feed<>(
                        source,
                        this.sources,
                        bus,
                        clock,
                        new OncallEvent.TracesChanged(),
                        Emptiness.<TraceAnswer>ofInventory(
                                "services", answer -> answer.services().size())))
                .toList();
        logs = sources.logs().stream()
                .map(source -> new Feed<>(
                        source,
                        this.sources,
                        bus,
                        clock,
                        new OncallEvent.LogsChanged(),
                        Emptiness.<LogAnswer>ofInventory(
                                "indices", answer -> answer.indices().size())))
                .toList();
        feeds().forEach(feed -> pollers.add(new Poller(feed.name(), feed::refresh, every(feed.name()), clock, random)));
        pollers.add(new Poller("ticker", this::tick, TICK, clock, random));
    }

    /** Begins to poll; each source at its own pace. */
    public void start() {
        pollers.forEach(Poller::start);
    }

    /** Asks every source at once instead of at its next turn. */
    public void pollNow() {
        pollers.forEach(Poller::now);
    }

    /** Asks every source once and waits for all of them; for a program that does not stay. */
    public void refreshOnce(Fanout fanout) throws InterruptedException {
        fanout.all(
                feeds().stream().map(feed -> (Callable<Boolean>) feed::refresh).toList());
    }

    public List<SourceStatus> statuses() {
        return sources.statuses();
    }

    /** Alerts and silences of all clusters, from the last good answer of each. */
    public AlertBoard alerts() {
        return alertsNow().board();
    }

    /** The same with the answers behind it. */
    public AlertsNow alertsNow() {
        List<Snapshot<ClusterAnswer>> now = new ArrayList<>();
        for (Feed<ClusterAnswer> feed : alerts) {
            Snapshot<ClusterAnswer> snapshot = feed.latest();
            if (snapshot != null) {
                now.add(snapshot);
            }
        }
        AlertsNow known = merged;
        if (known.from().equals(now)) {
            return known;
        }
        synchronized (merging) { // many ask at once after a poll, and one of them merges for all
            if (!merged.from().equals(now)) {
                merged = new AlertsNow(now, board(now, merged));
            }
            return merged;
        }
    }

    /** Answers that are those of before make the board of before: the very same object, so that others can see it, too. */
    private AlertBoard board(List<Snapshot<ClusterAnswer>> now, AlertsNow before) {
        List<ClusterAnswer> answers = now.stream().map(Snapshot::value).toList();
        boolean same =
                answers.equals(before.from().stream().map(Snapshot::value).toList());
        return same
                ? before.board()
                : AlertBoard.of(answers, settings.desk().alerts().severities(), before.board());
    }

    /** The oldest moment at which any of the clusters shown was seen; null before the first answer. */
    public @Nullable Instant alertsObservedAt() {
        return alerts.stream()
                .map(Feed::latest)
                .filter(Objects::nonNull)
                .map(Snapshot::observedAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    public Verdict verdict() {
        // in this order: a source that is LIVE here has its answer on the board, not one from before it was lost
        List<SourceStatus> statuses = statuses();
        AlertsNow now = alertsNow();
        return Verdict.of(statuses, now.board(), watch(now)).doubted(doubts.get());
    }

    /** What the watchdogs say, given these alerts and all that came before them. */
    public Watch watch(AlertsNow now) {
        return watchtower.look(now.from().stream().map(Snapshot::value).toList(), clock.now());
    }

    /** From now on the verdict asks here, too, for sentences on what keeps us from knowing; must not block. */
    public void alsoAsk(Supplier<List<String>> more) {
        doubts = more;
    }

    /** By source name, only those that answered once. */
    public Map<String, Snapshot<MetricAnswer>> metrics() {
        return latest(metrics);
    }

    /** By source name, only those that answered once. */
    public Map<String, Snapshot<TraceAnswer>> traces() {
        return latest(traces);
    }

    /** By source name, only those that answered once. */
    public Map<String, Snapshot<LogAnswer>> logs() {
        return latest(logs);
    }

    public Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        pollers.forEach(Poller::close);
    }

    private List<Feed<?>> feeds() {
        List<Feed<?>> all = new ArrayList<>(alerts);
        all.addAll(metrics);
        all.addAll(traces);
        all.addAll(logs);
        return all;
    }

    private boolean tick() {
        sources.tick();
        return true;
    }

    private Duration every(String name) {
        return settings.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .map(SourceSettings::every)
                .orElseThrow();
    }

    private static int distinctAlerts(ClusterAnswer answer) {
        return (int) answer.members().stream()
                .flatMap(member -> member.alerts().stream())
                .map(alert -> alert.fingerprint())
                .distinct()
                .count();
    }

    private static <T> Map<String, Snapshot<T>> latest(List<Feed<T>> feeds) {
        Map<String, Snapshot<T>> latest = new LinkedHashMap<>();
        for (Feed<T> feed : feeds) {
            Snapshot<T> snapshot = feed.latest();
            if (snapshot != null) {
                latest.put(feed.name(), snapshot);
            }
        }
        return latest;
    }
}
