package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.demo.estate.Estate;
import io.novacron.oncall.demo.estate.EstateSource;
import java.net.URI;
import java.util.List;

/**
 * Where an estate serves.
 *
 * @param config a configuration file of the console for it
 */
public record EstateDocument(String config, List<Served> sources) {

    /** One source of that file. */
    public record Served(String name, String kind, String environment, String cluster, List<URI> urls) {

        private static Served of(EstateSource source) {
            return new Served(source.name(), source.kind(), EstateSource.ENVIRONMENT, source.cluster(), source.urls());
        }
    }

    public static EstateDocument of(Estate estate) {
        return new EstateDocument(
                estate.config().toString(),
                estate.sources().stream().map(Served::of).toList());
    }
}
