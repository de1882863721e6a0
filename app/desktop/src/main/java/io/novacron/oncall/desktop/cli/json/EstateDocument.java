package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.demo.estate.Estate;
import io.novacron.oncall.demo.estate.EstateSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an estate serves.
 *
 * @param config a configuration file of the console for it
 * @param health by cluster, where the health endpoints of its processes are
 * @param scrapeConfig a configuration file of a Prometheus that scrapes it; null where that was not asked for
 */
public record EstateDocument(
        String config,
        List<Served> sources,
        Map<String, URI> health,
        @Nullable String scrapeConfig) {

    /** One source of that file. */
    public record Served(String name, String kind, String environment, String cluster, List<URI> urls) {

        private static Served of(EstateSource source) {
            return new Served(source.name(), source.kind(), EstateSource.ENVIRONMENT, source.cluster(), source.urls());
        }
    }

    public static EstateDocument of(Estate estate) {
        return new EstateDocument(
                estate.config().toString(),
                estate.sources().stream().map(Served::of).toList(),
                new TreeMap<>(estate.health()),
                estate.scrapeConfig().map(Path::toString).orElse(null));
    }
}
