package io.novacron.oncall.demo.estate;

import java.net.URI;
import java.util.List;

/**
 * One source of the console that the estate serves.
 *
 * @param kind as the configuration file calls it: {@code prometheus}
 * @param cluster empty where it serves all of them
 * @param urls members or replicas
 */
public record EstateSource(String name, String kind, String cluster, List<URI> urls) {

    /** The environment that all sources of an estate belong to. */
    public static final String ENVIRONMENT = "demo";

    public EstateSource {
        urls = List.copyOf(urls);
    }
}
