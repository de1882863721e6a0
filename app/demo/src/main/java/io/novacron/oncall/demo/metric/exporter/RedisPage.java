package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;

/** redis_exporter; the first process is the master. */
final class RedisPage {

    private static final double MEMORY = 4e9;

    private RedisPage() {}

    static void write(Page page, Site site, Instance instance, double rate) {
        boolean master = instance.ordinal() == 0;
        page.gauge("redis_up", "1 if the last scrape could connect to the server.", Signal.of(1));
        page.gauge("redis_start_time_seconds", "When the server was started.", site.starts()::before);
        page.gauge(
                "redis_connected_clients",
                "Connected clients.",
                site.busy("clients", 60, 0.1, 60).floor());
        page.gauge("redis_blocked_clients", "Clients that wait in a blocking call.", Signal.of(0));
        Pulses added = site.pulses(Aspect.MEMORY);
        Signal used = site.wander("memory", 1.9e9, 0.05, 900);
        page.gauge(
                "redis_memory_used_bytes",
                "Memory in use.",
                time -> Math.floor(Math.min(MEMORY, used.at(time) + MEMORY * added.at(time))));
        page.gauge("redis_memory_max_bytes", "Most memory that may be used.", Signal.of(MEMORY));
        page.counter("redis_keyspace_hits_total", "Keys that were found.", site.count(rate * 0.93));
        page.counter("redis_keyspace_misses_total", "Keys that were not found.", site.count(rate * 0.07));
        page.counter(
                "redis_evicted_keys_total",
                "Keys dropped for want of memory.",
                site.share(rate, time -> Math.max(0, added.at(time) - 0.4), added));
        page.counter("redis_commands_processed_total", "Commands processed.", site.count(rate * 1.4));
        page.counter("redis_rejected_connections_total", "Connections refused.", Signal.of(0));
        if (master) {
            page.gauge("redis_connected_slaves", "Connected replicas.", Signal.of(1));
        } else {
            page.gauge("redis_master_link_up", "1 while the replica hears its master.", Signal.of(1));
        }
    }
}
