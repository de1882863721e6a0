package io.novacron.oncall.demo.estate;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.alertmanager.AlertmanagerCluster;
import io.novacron.oncall.demo.alertmanager.AlertmanagerConfig;
import io.novacron.oncall.demo.alertmanager.PostedAlert;
import io.novacron.oncall.demo.health.HealthBackend;
import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.demo.metric.MetricCatalog;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.prometheus.PrometheusReplica;
import io.novacron.oncall.demo.prometheus.ReplicaSettings;
import io.novacron.oncall.demo.prometheus.Scrapes;
import io.novacron.oncall.demo.rule.RuleGroup;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.World;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What watches one cluster: two Prometheus servers, which post to three Alertmanagers. */
final class Region {

    private static final int MEMBERS = 3;

    private final String name;
    private final AlertmanagerCluster alertmanagers;
    private final List<Loopback> members;
    private final List<Replica> replicas;
    private final Loopback health;

    /** One Prometheus server and where it answers. */
    private record Replica(String name, PrometheusReplica server, Loopback address) {}

    Region(
            Cluster cluster,
            AlertmanagerConfig config,
            List<RuleGroup> rules,
            Supplier<World> world,
            Instant oldest,
            Addresses addresses,
            Clock clock) {
        name = cluster.name();
        alertmanagers = new AlertmanagerCluster(config, name, MEMBERS, clock);
        members = alertmanagers.members().stream().map(addresses::serve).toList();
        replicas = Stream.of("a", "b")
                .map(replica -> {
                    PrometheusReplica server = new PrometheusReplica(
                            new ReplicaSettings(name, replica, externalUrl(replica), uris(members), oldest),
                            Scrapes.of(new MetricCatalog(world, cluster, replica, oldest.toEpochMilli())),
                            rules,
                            world,
                            this::post,
                            clock);
                    return new Replica(replica, server, addresses.serve(server));
                })
                .toList();
        health = addresses.serve(new HealthBackend(world, cluster, clock));
    }

    String name() {
        return name;
    }

    /** Where the health endpoints of the cluster's processes are. */
    URI health() {
        return health.uri();
    }

    List<EstateSource> sources() {
        return List.of(
                new EstateSource(
                        "prometheus-" + name,
                        "prometheus",
                        name,
                        uris(replicas.stream().map(Replica::address).toList())),
                new EstateSource("alertmanager-" + name, "alertmanager", name, uris(members)));
    }

    void tick(World world, Instant now) {
        double second = now.toEpochMilli() / 1e3;
        for (Replica replica : replicas) {
            boolean down = world.pulses(Aspect.PROMETHEUS_DOWN, Place.ofNode(name, replica.name()))
                            .at(second)
                    > 0.5;
            if (down) {
                replica.address().down();
            } else {
                replica.address().up();
            }
            replica.server().tick(now);
        }
        alertmanagers.split(
                world.pulses(Aspect.ALERTMANAGER_SPLIT, Place.of(name)).at(second) > 0);
        alertmanagers.tick(now);
    }

    /** As a Prometheus does: every alert to every member. */
    private void post(List<PostedAlert> alerts) {
        alertmanagers.members().forEach(member -> member.receive(alerts));
    }

    private URI externalUrl(String replica) {
        return URI.create("https://prometheus-" + replica + "." + name + ".novacron.example");
    }

    private static List<URI> uris(List<Loopback> addresses) {
        return addresses.stream().map(Loopback::uri).toList();
    }
}
