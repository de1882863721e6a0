package io.novacron.oncall.estate;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.alertmanager.AlertmanagerCluster;
import io.novacron.oncall.demo.alertmanager.AlertmanagerConfig;
import io.novacron.oncall.demo.http.Loopback;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A cluster of the estate on free ports, which ticks by the clock of this machine. */
public final class EstateAlertmanagers implements AutoCloseable {

    private final AlertmanagerCluster cluster;
    private final List<Loopback> members;
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();

    public EstateAlertmanagers(String config, int count) {
        cluster = new AlertmanagerCluster(AlertmanagerConfig.parse(config), "estate", count, Clock.system());
        members = cluster.members().stream()
                .map(member -> new Loopback(0, member, Clock.system()))
                .toList();
        var _ = ticking.scheduleWithFixedDelay(() -> cluster.tick(Clock.system().now()), 20, 20, TimeUnit.MILLISECONDS);
    }

    public AlertmanagerCluster cluster() {
        return cluster;
    }

    /** One for each member, in the order of the cluster. */
    public List<Loopback> members() {
        return members;
    }

    @Override
    public void close() {
        ticking.shutdownNow();
        members.forEach(Loopback::close);
    }
}
