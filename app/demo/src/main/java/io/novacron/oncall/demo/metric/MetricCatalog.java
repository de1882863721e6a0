package io.novacron.oncall.demo.metric;

import io.novacron.oncall.demo.metric.page.MetricFamily;
import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.promql.SeriesStore;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Pulses;
import io.novacron.oncall.demo.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that one replica of Prometheus in one cluster scrapes. It follows the world that the supplier has; everything is computed
 * when it is asked for.
 */
public final class MetricCatalog {

    private final Supplier<World> worlds;
    private final Cluster cluster;
    private final String replica;
    private final long oldest;
    private volatile Shape shape;

    private record Shape(World world, List<Scraped> targets, CatalogStore store) {}

    /** @param replica {@code a} or {@code b} */
    public MetricCatalog(Supplier<World> worlds, Cluster cluster, String replica) {
        this(worlds, cluster, replica, 0);
    }

    /** @param oldest epoch milliseconds; nothing is kept that is not newer */
    public MetricCatalog(Supplier<World> worlds, Cluster cluster, String replica, long oldest) {
        this.worlds = worlds;
        this.cluster = cluster;
        this.replica = replica;
        this.oldest = oldest;
        this.shape = shape(worlds.get());
    }

    /** Where PromQL reads. Any thread. */
    public SeriesStore store() {
        return (matchers, fromMillis, toMillis) -> current().store().select(matchers, fromMillis, toMillis);
    }

    public List<ScrapeTarget> targets() {
        return current().targets().stream().map(Scraped::target).toList();
    }

    /** Every metric that some target exposes, each name once. */
    public List<MetricFamily> metadata() {
        Map<String, MetricFamily> byName = new LinkedHashMap<>();
        for (Scraped scraped : current().targets()) {
            for (Page.Family family : scraped.page().families()) {
                byName.putIfAbsent(family.about().name(), family.about());
            }
        }
        return List.copyOf(byName.values());
    }

    /** Every metric that this target exposes. */
    public List<MetricFamily> metadata(ScrapeTarget target) {
        return page(target).families().stream().map(Page.Family::about).toList();
    }

    /**
     * The page of one target at a time (epoch seconds), in the text format 0.0.4. Names that promtool's linter dislikes are left
     * out, so that it has nothing to say.
     */
    public String exposition(ScrapeTarget target, double time) {
        return new Exposition(target, time).of(page(target).families());
    }

    private Page page(ScrapeTarget target) {
        return current().targets().stream()
                .filter(scraped -> scraped.target().labels().equals(target.labels()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target " + target.labels()))
                .page();
    }

    private Shape current() {
        Shape known = shape;
        World world = worlds.get();
        if (known.world() != world) {
            known = shape(world);
            shape = known;
        }
        return known;
    }

    private Shape shape(World world) {
        Pulses down = world.pulses(Aspect.PROMETHEUS_DOWN, Place.ofNode(cluster.name(), replica));
        long key = Noise.key(world.platform().seed(), cluster.name() + "/gaps");
        Recording recording = new Recording(down, key, replica.equals("a") ? 0 : 1);
        List<Scraped> targets = new ArrayList<>(Layout.of(world, cluster, replica));
        return new Shape(world, List.copyOf(targets), new CatalogStore(targets, recording, oldest));
    }
}
