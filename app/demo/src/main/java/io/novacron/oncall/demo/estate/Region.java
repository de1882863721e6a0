package io.novacron.oncall.demo.estate;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.alertmanager.AlertmanagerCluster;
import io.novacron.oncall.demo.alertmanager.AlertmanagerConfig;
import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What watches one cluster: two Prometheus servers, which post to three Alertmanagers. */
final class Region {

    private static final int MEMBERS = 3;

    private final String name;
    private final AlertmanagerCluster alertmanagers;
    private final List<Loopback> members;

    Region(Cluster cluster, AlertmanagerConfig config, Supplier<World> world, Addresses addresses, Clock clock) {
        name = cluster.name();
        alertmanagers = new AlertmanagerCluster(config, name, MEMBERS, clock);
        members = alertmanagers.members().stream().map(addresses::serve).toList();
    }

    List<EstateSource> sources() {
        return List.of(new EstateSource(
                "alertmanager-" + name,
                "alertmanager",
                name,
                members.stream().map(Loopback::uri).toList()));
    }

    void tick(World world, Instant now) {
        double second = now.toEpochMilli() / 1e3;
        alertmanagers.split(
                world.pulses(Aspect.ALERTMANAGER_SPLIT, Place.of(name)).at(second) > 0);
        alertmanagers.tick(now);
    }
}
