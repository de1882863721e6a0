package io.novacron.oncall.core.settings;

import io.novacron.oncall.core.source.SourceKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code [[source]]} of the configuration file.
 *
 * @param environment empty where the source belongs to every environment
 * @param cluster as written, else the source's name
 * @param urls members of one cluster or replicas of one backend; http or https, without user info, path prefix kept
 * @param ca a PEM file that is trusted for this source beside the machine's own store
 * @param indices Elasticsearch only
 * @param rearm Alertmanager only
 * @param kthxbye Alertmanager only: a kthxbye extends acknowledgements there
 */
public record SourceSettings(
        String name,
        SourceKind kind,
        String environment,
        String cluster,
        List<URI> urls,
        Duration every,
        Map<String, String> headers,
        Credential credential,
        @Nullable Path ca,
        List<String> indices,
        boolean rearm,
        boolean kthxbye) {

    /** Poll interval where none is written. */
    public static final Duration EVERY = Duration.ofSeconds(15);

    public SourceSettings {
        urls = List.copyOf(urls);
        headers = Map.copyOf(headers);
        indices = List.copyOf(indices);
    }

    public SourceSettings(
            String name,
            SourceKind kind,
            String environment,
            String cluster,
            List<URI> urls,
            Duration every,
            Map<String, String> headers,
            Credential credential,
            @Nullable Path ca,
            List<String> indices,
            boolean rearm) {
        this(name, kind, environment, cluster, urls, every, headers, credential, ca, indices, rearm, false);
    }
}
