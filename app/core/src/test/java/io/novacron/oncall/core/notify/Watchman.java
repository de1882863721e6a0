package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.Realarm;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.alert.Watchtower;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An {@link Attention} over clusters that a test fills by hand, a clock it moves, and a record of every notice. */
final class Watchman {

    static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");

    final ManualClock clock = new ManualClock(START);
    final List<Notice> raised = new ArrayList<>();
    final List<Realarm> realarms = new ArrayList<>();
    private final Map<AlertKey, SeenFiring> kept = new HashMap<>();
    private final Map<String, Map<Labels, MemberAlert>> clusters = new LinkedHashMap<>();
    private final Map<String, SourceState> states = new HashMap<>();
    private final Map<String, Instant> good = new HashMap<>();
    private final Map<String, Instant> startedAt = new HashMap<>();
    private final NotifySettings settings;
    private final List<Watchdog> watchdogs;
    private Attention attention;
    private final Watchtower watchtower;
    private List<ClusterAnswer> answers = List.of();
    private AlertBoard board = AlertBoard.EMPTY;

    Watchman(NotifySettings settings, List<Watchdog> watchdogs, String... names) {
        this.settings = settings;
        this.watchdogs = watchdogs;
        watchtower = new Watchtower(watchdogs);
        attention = new Attention(settings, !watchdogs.isEmpty(), List.of());
        for (String name : names) {
            clusters.put(name, new LinkedHashMap<>());
            states.put(name, SourceState.LIVE);
        }
    }

    /** Two clusters, the usual settings, no watchdog, and nothing fires when it begins. */
    static Watchman usual() {
        return of(NotifySettings.DEFAULT);
    }

    static Watchman of(NotifySettings settings) {
        Watchman watchman = new Watchman(settings, List.of(), "eu", "us");
        watchman.poll();
        return watchman;
    }

    Watchman fires(String cluster, String name, String severity, String... more) {
        return put(cluster, labels(name, severity, more), clock.now(), "active");
    }

    Watchman silenced(String cluster, String name, String severity, String... more) {
        Labels labels = labels(name, severity, more);
        return put(cluster, labels, start(cluster, labels), "suppressed");
    }

    Watchman firesAgain(String cluster, String name, String severity, String... more) {
        Labels labels = labels(name, severity, more);
        return put(cluster, labels, start(cluster, labels), "active");
    }

    Watchman put(String cluster, Labels labels, Instant start, String state) {
        listed(cluster)
                .put(
                        labels,
                        new MemberAlert(
                                labels,
                                Map.of("summary", "it is so"),
                                start,
                                start.plusSeconds(3600),
                                clock.now(),
                                state,
                                state.equals("active") ? List.of() : List.of("s1"),
                                List.of(),
                                List.of(),
                                List.of("pager"),
                                ""));
        return this;
    }

    Watchman resolves(String cluster, String name, String severity, String... more) {
        listed(cluster).remove(labels(name, severity, more));
        return this;
    }

    Watchman resolvesAll(String cluster) {
        listed(cluster).clear();
        return this;
    }

    Watchman source(String cluster, SourceState state) {
        states.put(cluster, state);
        return this;
    }

    /** The members of this cluster were restarted now. */
    Watchman restarts(String cluster) {
        startedAt.put(cluster, clock.now());
        return this;
    }

    /** A poll brings a new board, and {@link Attention} looks at once. */
    List<Notice> poll() {
        answers = new ArrayList<>();
        clusters.forEach((name, alerts) -> answers.add(new ClusterAnswer(
                name,
                List.of(new MemberAnswer(
                        name + ":9093",
                        "0.34.2",
                        startedAt.getOrDefault(name, LONG_AGO),
                        "ready",
                        List.of(),
                        "",
                        List.copyOf(alerts.values()),
                        List.of())),
                Map.of())));
        board = AlertBoard.of(answers, SeverityMap.DEFAULT);
        states.forEach((name, state) -> {
            if (state == SourceState.LIVE || state == SourceState.EMPTY_SUSPECT) {
                good.put(name, clock.now());
            }
        });
        return look();
    }

    /** A second went by on the same board. */
    List<Notice> look() {
        List<SourceStatus> sources =
                clusters.keySet().stream().map(this::status).toList();
        List<Notice> now = attention.look(
                new Attention.Moment(clock.now(), board, sources, watchtower.look(answers, clock.now()), realarms));
        for (SeenFiring seen : attention.takeChanged()) {
            kept.put(seen.key(), seen);
        }
        attention.takeForgotten().forEach(kept::remove);
        raised.addAll(now);
        return now;
    }

    /** Second by second, a poll each five. */
    Watchman passes(Duration time) {
        for (int i = 0; i < time.toSeconds(); i++) {
            clock.advance(Duration.ofSeconds(1));
            if (i % 5 == 4) {
                poll();
            } else {
                look();
            }
        }
        return this;
    }

    /** The console ends and begins anew on what it kept. */
    Watchman consoleRestarts() {
        attention = new Attention(settings, !watchdogs.isEmpty(), List.copyOf(kept.values()));
        board = AlertBoard.EMPTY;
        return this;
    }

    Attention attention() {
        return attention;
    }

    AlertBoard board() {
        return board;
    }

    Map<AlertKey, SeenFiring> kept() {
        return kept;
    }

    List<Notice> taken() {
        List<Notice> all = List.copyOf(raised);
        raised.clear();
        return all;
    }

    AlertKey key(String cluster, String name, String severity, String... more) {
        return new AlertKey(cluster, labels(name, severity, more).fingerprint());
    }

    static Labels labels(String name, String severity, String... more) {
        Map<String, String> labels = new TreeMap<>(Map.of("alertname", name, "severity", severity));
        for (int i = 0; i < more.length; i += 2) {
            labels.put(more[i], more[i + 1]);
        }
        return Labels.of(labels);
    }

    /** The most notices shown in any minute. */
    static int mostAMinute(List<Notice> notices) {
        int most = 0;
        List<Notice> shown = notices.stream().filter(Notice::pops).toList();
        for (int from = 0; from < shown.size(); from++) {
            Instant end = shown.get(from).at().plusSeconds(60);
            int to = from;
            while (to < shown.size() && shown.get(to).at().isBefore(end)) {
                to++;
            }
            most = Math.max(most, to - from);
        }
        return most;
    }

    private Map<Labels, MemberAlert> listed(String cluster) {
        return clusters.computeIfAbsent(cluster, name -> new LinkedHashMap<>());
    }

    private Instant start(String cluster, Labels labels) {
        MemberAlert before = listed(cluster).get(labels);
        return before == null ? clock.now() : before.startsAt();
    }

    private SourceStatus status(String name) {
        return new SourceStatus(
                name,
                SourceKind.ALERTMANAGER,
                name,
                List.of(states.getOrDefault(name, SourceState.LIVE)),
                "connection refused",
                good.get(name),
                "0.34.2",
                "",
                null,
                null,
                null,
                Duration.ofSeconds(5));
    }
}
