package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;

/** postgres_exporter; the first process is the primary, the others are standbys. */
final class PostgresPage {

    private static final int MOST_CONNECTIONS = 300;
    private static final String[] DATABASE = {"datname", "novacron"};

    private PostgresPage() {}

    static void write(Page page, Site site, Instance instance, double rate) {
        boolean standby = instance.ordinal() > 0;
        page.gauge("pg_up", "1 if the last scrape could connect to the server.", Signal.of(1));
        page.gauge("pg_exporter_last_scrape_error", "1 if the last scrape had an error.", Signal.of(0));
        page.gauge("pg_postmaster_start_time_seconds", "When the server was started.", site.starts()::before);
        page.gauge("pg_replication_is_replica", "1 if the server is a standby.", Signal.of(standby ? 1 : 0));
        Pulses lag = site.wide(Aspect.REPLICATION_LAG);
        Signal behind = site.wander("lag", standby ? 0.06 : 0, 0.6, 30);
        page.gauge(
                "pg_replication_lag_seconds",
                "How far the standby is behind.",
                time -> standby ? behind.at(time) + 0.2 * lag.at(time) : 0);
        connections(page, site, standby);
        transactions(page, site, standby ? rate * 0.1 : rate * 1.9);
    }

    private static void connections(Page page, Site site, boolean standby) {
        Pulses added = site.at(Aspect.CONNECTIONS, Service.POSTGRES);
        Pulses wide = site.at(Aspect.CONNECTIONS, Service.API);
        Signal usual = site.busy("connections", standby ? 22 : 84, 0.12, 120);
        Signal used = time -> Math.floor(Math.min(
                MOST_CONNECTIONS, usual.at(time) + MOST_CONNECTIONS * Math.max(added.at(time), wide.at(time))));
        page.gauge("pg_settings_max_connections", "Most connections allowed.", Signal.of(MOST_CONNECTIONS));
        page.gauge("pg_stat_database_numbackends", "Connections to a database.", used, DATABASE);
        for (String state : List.of("active", "idle")) {
            page.gauge(
                    "pg_stat_activity_count",
                    "Connections by state.",
                    used.times(state.equals("active") ? 0.2 : 0.8).floor(),
                    "datname",
                    "novacron",
                    "state",
                    state);
        }
        Pulses latency = site.pulses(Aspect.LATENCY);
        Signal longest = site.wander("longest", 0.5, 0.8, 60);
        page.gauge(
                "pg_stat_activity_max_tx_duration",
                "Age of the oldest transaction, in seconds.",
                time -> longest.at(time) + 30 * latency.at(time),
                "datname",
                "novacron",
                "state",
                "active");
        page.gauge(
                "pg_locks_count",
                "Locks by mode.",
                time -> Math.floor(used.at(time) * 0.6),
                "datname",
                "novacron",
                "mode",
                "rowexclusivelock");
    }

    private static void transactions(Page page, Site site, double rate) {
        Signal failing = site.failing(0.001);
        Signal committed = time -> 1 - failing.at(time);
        page.counter("pg_stat_database_xact_commit", "Transactions committed.", site.share(rate, committed), DATABASE);
        page.counter(
                "pg_stat_database_xact_rollback", "Transactions rolled back.", site.share(rate, failing), DATABASE);
        page.counter("pg_stat_database_deadlocks", "Deadlocks detected.", site.count(2e-5), DATABASE);
        page.counter(
                "pg_stat_bgwriter_checkpoints_timed_total",
                "Scheduled checkpoints.",
                site.even(1 / 300.0, Signal.of(1)));
        Signal size = site.wander("size", 4.2e10, 0.002, 3_600);
        page.gauge("pg_database_size_bytes", "Disk space of a database.", size.floor(), DATABASE);
    }
}
