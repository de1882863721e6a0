package io.novacron.oncall.desktop;

import io.novacron.oncall.connectors.alertmanager.AlertmanagerConnector;
import io.novacron.oncall.connectors.elasticsearch.ElasticsearchConnector;
import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.connectors.jaeger.JaegerConnector;
import io.novacron.oncall.connectors.pagerduty.PagerDutyConnector;
import io.novacron.oncall.connectors.prometheus.PrometheusConnector;
import io.novacron.oncall.core.action.AckKeeper;
import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.AlarmWatch;
import io.novacron.oncall.core.action.ClusterDesk;
import io.novacron.oncall.core.action.LadderLog;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.PlanMaintenance;
import io.novacron.oncall.core.action.SilenceUpkeep;
import io.novacron.oncall.core.action.VanishWatch;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.fetch.LogReads;
import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.fetch.TraceReads;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.firing.FiringDesk;
import io.novacron.oncall.core.firing.FiringReads;
import io.novacron.oncall.core.firing.FiringWatch;
import io.novacron.oncall.core.firing.SeenLog;
import io.novacron.oncall.core.firing.Unpaged;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.routing.DeliveryReader;
import io.novacron.oncall.core.secret.SecretReader;
import io.novacron.oncall.core.secret.SecretRef;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.LogSource;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.source.PageSink;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.journal.SqliteJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything the program is made of, connected by constructors alone. Nothing is polled before {@link Monitor#start}. */
public final class Composition implements AutoCloseable {

    /** What reaches outside: the backends, and what must be closed at the end. */
    public record Outside(
            Monitor.Sources sources,
            List<ClusterDesk> clusters,
            @Nullable PageSink pager,
            List<Runnable> endings) {

        public Outside {
            clusters = List.copyOf(clusters);
            endings = List.copyOf(endings);
        }

        public Outside(Monitor.Sources sources, List<ClusterDesk> clusters, List<Runnable> endings) {
            this(sources, clusters, null, endings);
        }

        /** Opens no connection yet. */
        public static Outside of(Settings settings, SecretReader secrets, Clock clock) {
            List<AlertSource> alerts = new ArrayList<>();
            List<MetricSource> metrics = new ArrayList<>();
            List<TraceSource> traces = new ArrayList<>();
            List<LogSource> logs = new ArrayList<>();
            List<ClusterDesk> clusters = new ArrayList<>();
            List<Runnable> endings = new ArrayList<>();
            for (SourceSettings source : settings.sources()) {
                switch (source.kind()) {
                    case ALERTMANAGER -> {
                        AlertmanagerConnector connector = AlertmanagerConnector.open(source, secrets, clock);
                        alerts.add(connector);
                        clusters.add(new ClusterDesk(connector, connector, source.rearm(), source.kthxbye()));
                        endings.add(connector::close);
                    }
                    case PROMETHEUS -> metrics.add(new PrometheusConnector(client(source, secrets, clock, endings)));
                    case JAEGER -> traces.add(new JaegerConnector(client(source, secrets, clock, endings)));
                    case ELASTICSEARCH ->
                        logs.add(new ElasticsearchConnector(client(source, secrets, clock, endings), source.indices()));
                }
            }
            return new Outside(
                    new Monitor.Sources(alerts, metrics, traces, logs),
                    clusters,
                    pager(settings.desk().pagerDuty(), secrets, clock, endings),
                    endings);
        }

        private static @Nullable PageSink pager(
                @Nullable SecretRef routingKey, SecretReader secrets, Clock clock, List<Runnable> endings) {
            if (routingKey == null) {
                return null;
            }
            PagerDutyConnector connector =
                    PagerDutyConnector.open(PagerDutyConnector.EVENTS, routingKey, secrets, clock);
            endings.add(connector::close);
            return connector;
        }

        private static SourceClient client(
                SourceSettings source, SecretReader secrets, Clock clock, List<Runnable> endings) {
            SourceClient client = SourceClient.open(source, secrets, clock);
            endings.add(client::close);
            return client;
        }
    }

    private final Clock clock;
    private final Outside outside;
    private final Bus bus = new Bus();
    private final Fanout fanout = new Fanout();
    private final Monitor monitor;
    private final WorkBoard work;
    private final Database database;
    private final ActionDesk actions;
    private final SilenceUpkeep upkeep;
    private final AlarmWatch alarms;
    private final VanishWatch vanishing;
    private final AckKeeper keeper;
    private final FiringDesk firing;
    private final FiringWatch firingWatch;
    private final SeenLog seen = new SeenLog();

    /** Takes over the database, too: it is closed with the rest. */
    public Composition(Settings settings, Outside outside, Database database, Clock clock) {
        this.clock = clock;
        this.outside = outside;
        this.database = database;
        monitor = new Monitor(settings, outside.sources(), bus, clock, new Random());
        work = new WorkBoard(fanout, clock, bus);
        actions = new ActionDesk(
                outside.clusters(),
                settings.operator(),
                fanout,
                clock,
                new LadderLog(bus),
                SqliteJournal.of(database, settings, clock),
                ActionDesk.PATIENCE,
                outside.pager(),
                settings.desk().alerts().severities());
        alarms = new AlarmWatch(monitor, actions, bus);
        vanishing = new VanishWatch(monitor, actions, bus);
        keeper = new AckKeeper(monitor, actions, bus);
        upkeep = new SilenceUpkeep(
                actions,
                monitor::alertsNow,
                new PlanMaintenance(actions, settings.desk().maintenance()),
                bus);
        firing = new FiringDesk(outside.sources().metrics(), fanout, clock);
        firingWatch = new FiringWatch(firing, monitor, clock, new Random());
        monitor.alsoAsk(() -> Unpaged.doubts(firingWatch.unpaged()));
        bus.subscribe(OncallEvent.AlertsChanged.class, changed -> look());
        bus.subscribe(OncallEvent.MetricsChanged.class, changed -> firingWatch.lookNow());
    }

    public Clock clock() {
        return clock;
    }

    public Settings settings() {
        return monitor.settings();
    }

    public Monitor.Sources sources() {
        return outside.sources();
    }

    public Bus bus() {
        return bus;
    }

    public Fanout fanout() {
        return fanout;
    }

    public Monitor monitor() {
        return monitor;
    }

    public WorkBoard work() {
        return work;
    }

    public Database database() {
        return database;
    }

    public ActionDesk actions() {
        return actions;
    }

    /** What alarms again in spite of an acknowledgement; rests until {@link #stay}. */
    public AlarmWatch alarms() {
        return alarms;
    }

    /** What the servers lost of the silences of this console; rests until {@link #stay}. */
    public VanishWatch vanishing() {
        return vanishing;
    }

    /** Begins what only a program that stays does: to poll, to keep acknowledgements and planned silences. */
    public void stay() {
        firingWatch.start();
        monitor.start();
        alarms.start();
        keeper.start();
        upkeep.start();
        vanishing.start();
    }

    /**
     * For the end of a program that stays: what this console keeps alive is made to last an hour without it. Gives up after
     * {@code deadline}.
     *
     * @return how many acknowledgements hold on, for the log
     */
    public int leave(Duration deadline) throws InterruptedException {
        keeper.rest();
        var held = new CompletableFuture<Integer>();
        work.start("hold acknowledgements while the console is closed", () -> {
            try {
                held.complete((int) keeper.hold(AckKeeper.HOLD).stream()
                        .filter(ladder -> ladder.outcome() == Outcome.EFFECTIVE)
                        .count());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                held.complete(0);
            }
        });
        try {
            return held.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return 0;
        }
    }

    /** What the Prometheus sources know of alerts beyond what Alertmanager does. */
    public FiringDesk firing() {
        return firing;
    }

    /** Looks for alerts that reach no Alertmanager; it rests until it is started. */
    public FiringWatch firingWatch() {
        return firingWatch;
    }

    /** What this console saw of alerts since it was started. */
    public SeenLog seen() {
        return seen;
    }

    /** New reads of the past and the rules of alerts, for one view. */
    public FiringReads firingReads() {
        return new FiringReads(
                new OnDemand<>(work, "reading the history of alerts", firing::history),
                new OnDemand<>(work, "reading the chart of a rule", firing::chart));
    }

    private void look() {
        Set<String> whole = monitor.statuses().stream()
                .filter(status -> status.kind() == SourceKind.ALERTMANAGER && status.live())
                .map(SourceStatus::cluster)
                .collect(Collectors.toSet());
        seen.observe(monitor.alerts(), whole, clock.now());
    }

    /**
     * Asks whether notifications arrive: of each Alertmanager cluster the Prometheus sources of the same cluster; where only
     * one Alertmanager cluster is configured, all of them.
     */
    public DeliveryReader deliveries() {
        Set<String> clusters =
                sources().alerts().stream().map(AlertSource::cluster).collect(Collectors.toSet());
        Map<String, List<DeliveryReader.Watcher>> watching = new HashMap<>();
        for (String cluster : clusters) {
            Set<String> names = settings().sources().stream()
                    .filter(source -> source.cluster().equals(cluster))
                    .map(SourceSettings::name)
                    .collect(Collectors.toSet());
            List<MetricSource> near = sources().metrics().stream()
                    .filter(source -> names.contains(source.name()))
                    .toList();
            List<MetricSource> asked =
                    near.isEmpty() && clusters.size() == 1 ? sources().metrics() : near;
            watching.put(
                    cluster,
                    asked.stream()
                            .map(source -> new DeliveryReader.Watcher(
                                    source.name(), expression -> source.query(expression, null)))
                            .toList());
        }
        return new DeliveryReader(watching);
    }

    /** New reads of every Jaeger source, for one view. */
    public List<TraceReads> traceReads() {
        return sources().traces().stream()
                .map(source -> new TraceReads(
                        source.name(),
                        new OnDemand<>(work, "searching traces in " + source.name(), source::search),
                        new OnDemand<>(work, "reading a trace from " + source.name(), source::trace),
                        new OnDemand<>(work, "reading operations from " + source.name(), source::operations),
                        new OnDemand<>(
                                work,
                                "reading calls between services from " + source.name(),
                                lookback -> source.dependencies(clock.now(), lookback))))
                .toList();
    }

    /** New reads of every Elasticsearch source, for one view. */
    public List<LogReads> logReads() {
        return sources().logs().stream()
                .map(source -> new LogReads(
                        source.name(),
                        new OnDemand<>(work, "searching logs in " + source.name(), source::search),
                        new OnDemand<>(work, "counting logs in " + source.name(), source::histogram)))
                .toList();
    }

    @Override
    public void close() {
        upkeep.close();
        vanishing.close();
        alarms.close();
        keeper.close();
        firingWatch.close();
        monitor.close();
        fanout.close();
        outside.endings().forEach(Runnable::run);
        bus.close();
        database.close();
    }
}
