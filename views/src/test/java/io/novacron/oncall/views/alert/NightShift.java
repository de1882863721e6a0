package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.ClusterDesk;
import io.novacron.oncall.core.action.LadderLog;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.firing.FiringHistory;
import io.novacron.oncall.core.firing.FiringReads;
import io.novacron.oncall.core.firing.Unpaged;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.DeskSettings;
import io.novacron.oncall.core.settings.ForgetfulStore;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.settings.StateStore;
import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.views.alert.FakeCluster.Held;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// The whole of the console but its window and its wires: two Alertmanager clusters in memory, the real monitor, the
/// real
/// actions, a clock moved by hand. Nothing polls by itself.
public final class NightShift implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-22T02:41:07Z");

    public final ManualClock clock = new ManualClock(NOW);
    public final FakeCluster eu = new FakeCluster("eu-west", List.of("am-eu-1:9093", "am-eu-2:9093"), clock);
    public final FakeCluster us = new FakeCluster("us-east", List.of("am-us-1:9093"), clock);
    public final Bus bus = new Bus();
    public final Fanout fanout = new Fanout();
    public final ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor();
    public final Monitor monitor;
    public final ActionDesk desk;
    public final WorkBoard work;
    /// What fires in Prometheus and reaches no Alertmanager.
    public final AtomicReference<List<Unpaged>> unpaged = new AtomicReference<>(List.of());
    /// What Prometheus answers to a question about the past of alerts.
    public final AtomicReference<Fetched<FiringHistory>> past =
            new AtomicReference<>(Fetched.failure(new SourceError.Unreachable("prom-eu", "connection refused")));

    public NightShift(Role role) {
        this(role, List.of(new Watchdog(List.of(Matcher.equal("alertname", "Watchdog")), Duration.ofMinutes(5))));
    }

    public NightShift(Role role, List<Watchdog> watchdogs) {
        var operator = new Operator("ana", role);
        var settings = new Settings(
                "production",
                operator,
                List.of(source(eu.name(), SourceKind.ALERTMANAGER), source(us.name(), SourceKind.ALERTMANAGER)),
                watchdogs,
                DeskSettings.DEFAULT);
        var sources = new Monitor.Sources(List.of(eu, us), List.of(), List.of(), List.of());
        monitor = new Monitor(settings, sources, bus, clock, new Random(1));
        var clusters = List.of(new ClusterDesk(eu, eu, true), new ClusterDesk(us, us, true));
        desk = new ActionDesk(
                clusters, operator, fanout, clock, new LadderLog(bus), new LostJournal(), ActionDesk.PATIENCE);
        work = new WorkBoard(fanout, clock, bus);
    }

    /// Asks both clusters once.
    public void poll() {
        try {
            monitor.refreshOnce(fanout);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public AlertsViewModel model() {
        return model(new ForgetfulStore());
    }

    public FiringReads firing() {
        return new FiringReads(
                new OnDemand<>(work, "reading the history of alerts", request -> past.get()),
                new OnDemand<>(
                        work,
                        "reading the chart of a rule",
                        request -> Fetched.failure(new SourceError.Unreachable("prom-eu", "connection refused"))));
    }

    public AlertsViewModel model(StateStore state) {
        return new AlertsViewModel(monitor, desk, work, bus, worker, state);
    }

    /// Sixty alerts as a night has them: some silenced, some inhibited, one muted, two acknowledged, one watchdog.
    public NightShift busy() {
        var random = new Random(7);
        List<String[]> kinds = List.of(
                kind(
                        "CheckoutErrorBudgetBurn",
                        "critical",
                        "5xx of checkout burn 14.4× the error budget (2.1 % over 5 min)"),
                kind(
                        "KafkaConsumerLagHigh",
                        "error",
                        "Consumer group billing-events is 182 431 records behind on 3 of 24 partitions"),
                kind(
                        "NodeFilesystemFillsUp",
                        "warning",
                        "/var/lib/kubelet is full in about 3 h 20 min at the present rate"),
                kind("PodCrashLooping", "warning", "Container worker restarted 9 times in 15 min (exit code 137)"),
                kind("HttpLatencyP99", "error", "p99 of POST /v2/jobs is 2.84 s, objective 800 ms"),
                kind(
                        "SchedulerTickMissed",
                        "critical",
                        "3 ticks of shard 12 missed; cron jobs run late by up to 4 min"),
                kind("PostgresReplicationLag", "warning", "Replica db-3 is 41 s behind its primary"),
                kind("CertificateExpiresSoon", "low", "Certificate of ingress expires in 13 d 4 h"),
                kind("DeploymentReplicasMismatch", "info", "4 of 5 replicas ready for 22 min"),
                kind("NodeClockSkew", "none-such", "Clock of the node is 2.4 s off"));
        List<String> services = List.of(
                "checkout", "billing", "scheduler", "api-gateway", "job-runner", "notifier", "identity", "search");
        for (FakeCluster cluster : List.of(eu, us)) {
            var alerts = new ArrayList<Held>();
            alerts.add(held(
                    Map.of("alertname", "Watchdog", "severity", "none"), "Always fires", NOW.minusSeconds(900_000)));
            int count = cluster == eu ? 38 : 20;
            for (int i = 0; i < count; i++) {
                String[] kind = kinds.get(i < 10 ? i : 2 + random.nextInt(8));
                String service = services.get(random.nextInt(services.size()));
                var labels = new TreeMap<String, String>();
                labels.put("alertname", kind[0]);
                labels.put("severity", kind[1]);
                labels.put("service", service);
                labels.put("namespace", "novacron-" + (i % 3 == 0 ? "core" : "edge"));
                labels.put("instance", "10.4." + (i % 7) + "." + (20 + i) + ":9100");
                labels.put("pod", service + "-" + Integer.toHexString(4096 + i * 37) + "-x" + i);
                labels.put("region", cluster.cluster());
                alerts.add(held(labels, kind[2], NOW.minusSeconds(45 + (long) i * i * 97)));
            }
            inhibit(alerts, 12);
            inhibit(alerts, 15);
            cluster.alerts(alerts);
        }
        Held muted = held(
                Map.of("alertname", "BatchJobOverdue", "severity", "warning", "service", "reports"),
                "Nightly export is 35 min overdue",
                NOW.minusSeconds(2100));
        eu.add(new Held(muted.labels(), muted.annotations(), muted.since(), List.of(), List.of("weekend-batch")));
        silence(eu, "chris", "disk swap planned, CHG-4711", Matcher.equal("alertname", "NodeFilesystemFillsUp"));
        silence(us, "dana", "noisy after the roll-out, follow-up filed", Matcher.equal("alertname", "PodCrashLooping"));
        poll();
        return this;
    }

    /// The operator takes the worst alert of eu-west, and the board knows.
    public NightShift acknowledged(int count) {
        var alerts = monitor.alerts().alerts().stream()
                .filter(alert -> alert.key().cluster().equals("eu-west"))
                .limit(count)
                .toList();
        for (var alert : alerts) {
            var starts = new TreeMap<>(Map.of(alert.key().fingerprint(), alert.startsAt()));
            var record = new AckRecord("id", starts, List.of("ana"), "on it, looks like the 02:30 roll-out", false);
            List<Matcher> all = alert.labels().byName().entrySet().stream()
                    .map(label -> Matcher.equal(label.getKey(), label.getValue()))
                    .toList();
            eu.silence(new SilenceSpec(
                    "",
                    all,
                    clock.now().minusSeconds(420),
                    clock.now().plusSeconds(3_180),
                    "ana",
                    record.annotatedComment(),
                    record.annotations()));
        }
        poll();
        return this;
    }

    public void silence(FakeCluster cluster, String by, String comment, Matcher... matchers) {
        cluster.silence(new SilenceSpec(
                "", List.of(matchers), Instant.EPOCH, clock.now().plusSeconds(7_400), by, comment, Map.of()));
    }

    /// Matchers for every label of one alert of the board.
    public Matcher[] allLabels(int index) {
        return monitor.alerts().alerts().get(index).labels().byName().entrySet().stream()
                .map(label -> Matcher.equal(label.getKey(), label.getValue()))
                .toArray(Matcher[]::new);
    }

    public static Held held(Map<String, String> labels, String summary, Instant since) {
        var annotations = Map.of(
                "summary",
                summary,
                "description",
                "The rule has held for longer than its “for” duration. See the dashboard of the service first.",
                "runbook_url",
                "https://runbooks.example.com/novacron/" + labels.get("alertname"),
                "dashboard",
                "javascript:alert(1)");
        return new Held(Labels.of(labels), annotations, since, List.of(), List.of());
    }

    @Override
    public void close() {
        monitor.close();
        fanout.close();
        worker.shutdownNow();
        bus.close();
    }

    private static void inhibit(List<Held> alerts, int index) {
        Held held = alerts.get(index);
        String by = alerts.get(1).labels().fingerprint();
        alerts.set(index, new Held(held.labels(), held.annotations(), held.since(), List.of(by), List.of()));
    }

    private static String[] kind(String name, String severity, String summary) {
        return new String[] {name, severity, summary};
    }

    private static SourceSettings source(String name, SourceKind kind) {
        return new SourceSettings(
                name,
                kind,
                "",
                name,
                List.of(URI.create("http://127.0.0.1:9093")),
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                true);
    }
}
