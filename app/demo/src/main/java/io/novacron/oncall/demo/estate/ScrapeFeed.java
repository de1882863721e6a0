package io.novacron.oncall.demo.estate;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.metric.MetricCatalog;
import io.novacron.oncall.demo.metric.ScrapeTarget;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a real Prometheus may scrape: the page of every exporter of every cluster, behind one address and each under a path of
 * its own, since two hundred ports would be two hundred idle servers.
 */
final class ScrapeFeed implements Backend {

    private static final Map<String, String> TEXT = Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8");

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Map<String, Exporter> exporters = new LinkedHashMap<>();
    private final Clock clock;

    private record Exporter(MetricCatalog catalog, ScrapeTarget target) {

        /** The page, as the world is now; nothing while the exporter is down. */
        private Optional<String> page(double now) {
            return catalog.targets().stream()
                    .filter(one -> one.labels().equals(target.labels()) && one.up(now))
                    .findFirst()
                    .map(one -> catalog.exposition(one, now));
        }
    }

    ScrapeFeed(List<Cluster> clusters, Supplier<World> world, Clock clock) {
        this.clock = clock;
        for (Cluster cluster : clusters) {
            MetricCatalog catalog = new MetricCatalog(world, cluster, "a");
            for (ScrapeTarget target : catalog.targets()) {
                exporters.put(
                        "/" + cluster.name() + "/" + target.job() + "/" + target.instance() + target.path(),
                        new Exporter(catalog, target));
            }
        }
    }

    @Override
    public Reply answer(Request request) {
        Exporter asked = exporters.get(request.path());
        if (asked == null) {
            return Reply.text(404, "no exporter serves " + request.path() + "\n");
        }
        return asked.page(clock.now().toEpochMilli() / 1e3)
                .map(page -> new Reply(200, TEXT, page.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> Reply.text(503, "down\n"));
    }

    /** A {@code prometheus.yml} that scrapes all of it; job, instance and the other labels are those that the estate knows. */
    String configuration(URI address) {
        Map<String, List<Object>> jobs = new TreeMap<>();
        exporters.forEach((path, exporter) -> {
            Map<String, String> labels =
                    new TreeMap<>(exporter.target().labels().byName());
            String interval = PromDuration.format(exporter.target().interval());
            labels.put("__metrics_path__", path);
            labels.put("__scrape_interval__", interval);
            labels.put("__scrape_timeout__", interval);
            jobs.computeIfAbsent(exporter.target().job(), _ -> new ArrayList<>())
                    .add(Map.of("targets", List.of(address.getAuthority()), "labels", labels));
        });
        List<Object> configs = new ArrayList<>();
        jobs.forEach((job, targets) -> configs.add(Map.of("job_name", job, "static_configs", targets)));
        return YAML.writeValueAsString(Map.of("scrape_configs", configs));
    }
}
