package io.novacron.oncall.desktop;

import io.novacron.oncall.connectors.alertmanager.AlertmanagerConnector;
import io.novacron.oncall.connectors.elasticsearch.ElasticsearchConnector;
import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.connectors.jaeger.JaegerConnector;
import io.novacron.oncall.connectors.prometheus.PrometheusConnector;
import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.ClusterDesk;
import io.novacron.oncall.core.action.LadderLog;
import io.novacron.oncall.core.action.PlanMaintenance;
import io.novacron.oncall.core.action.SilenceUpkeep;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.fetch.LogReads;
import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.fetch.TraceReads;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.secret.SecretReader;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.LogSource;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.journal.SqliteJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Everything the program is made of, connected by constructors alone. Nothing is polled before {@link Monitor#start}. */
public final class Composition implements AutoCloseable {

    /** What reaches outside: the backends, and what must be closed at the end. */
    public record Outside(Monitor.Sources sources, List<ClusterDesk> clusters, List<Runnable> endings) {

        public Outside {
            clusters = List.copyOf(clusters);
            endings = List.copyOf(endings);
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
                        clusters.add(new ClusterDesk(connector, connector, source.rearm()));
                        endings.add(connector::close);
                    }
                    case PROMETHEUS -> metrics.add(new PrometheusConnector(client(source, secrets, clock, endings)));
                    case JAEGER -> traces.add(new JaegerConnector(client(source, secrets, clock, endings)));
                    case ELASTICSEARCH ->
                        logs.add(new ElasticsearchConnector(client(source, secrets, clock, endings), source.indices()));
                }
            }
            return new Outside(new Monitor.Sources(alerts, metrics, traces, logs), clusters, endings);
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
                ActionDesk.PATIENCE);
        upkeep = new SilenceUpkeep(
                actions,
                monitor::alerts,
                new PlanMaintenance(actions, settings.desk().maintenance()));
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

    /** What is done for planned silences without being asked; only a console with a window starts it. */
    public SilenceUpkeep upkeep() {
        return upkeep;
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
        monitor.close();
        fanout.close();
        outside.endings().forEach(Runnable::run);
        bus.close();
        database.close();
    }
}
