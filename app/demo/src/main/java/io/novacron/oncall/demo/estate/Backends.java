package io.novacron.oncall.demo.estate;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.alertmanager.AlertmanagerConfig;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.rule.RuleGroup;
import io.novacron.oncall.demo.rule.ShippedRules;
import io.novacron.oncall.demo.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Everything that serves: the monitoring of each cluster, and what all of them share. */
final class Backends implements AutoCloseable {

    /** Of rule groups that name none. */
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Region> regions;
    private final Shared shared;

    /** @param oldest nothing is kept that is older */
    Backends(Platform platform, Supplier<World> world, Instant oldest, Addresses addresses, Clock clock) {
        AlertmanagerConfig config = AlertmanagerConfig.shipped();
        List<RuleGroup> rules = ShippedRules.groups(INTERVAL);
        regions = platform.clusters().stream()
                .map(cluster -> new Region(cluster, config, rules, world, oldest, addresses, clock))
                .toList();
        shared = new Shared(world, addresses, clock);
    }

    List<EstateSource> sources() {
        List<EstateSource> sources = new ArrayList<>();
        regions.forEach(region -> sources.addAll(region.sources()));
        sources.addAll(shared.sources());
        return sources;
    }

    /** Health endpoints by cluster. */
    Map<String, URI> health() {
        return regions.stream().collect(Collectors.toMap(Region::name, Region::health));
    }

    /** A moment of the past: alerts come and go, nothing is logged yet. */
    void tick(World world, Instant now) {
        try {
            for (Future<?> done : threads.invokeAll(regions.stream()
                    .map(region -> Executors.callable(() -> region.tick(world, now)))
                    .toList())) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a cluster failed at " + now, e.getCause());
        }
    }

    /** A second of the present. */
    void live(World world, Instant now) {
        tick(world, now);
        shared.tick(world, now);
    }

    /** The past is over at {@code now}. */
    void begin(Instant now) {
        shared.fill(now);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        shared.close();
    }
}
