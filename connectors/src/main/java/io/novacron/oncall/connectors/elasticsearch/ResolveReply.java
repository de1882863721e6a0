package io.novacron.oncall.connectors.elasticsearch;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.novacron.oncall.connectors.http.UnexpectedShape;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code _resolve/index} answers. */
record ResolveReply(
        @Nullable List<@Nullable Named> indices,
        @Nullable List<@Nullable Named> aliases,
        @JsonProperty("data_streams") @Nullable List<@Nullable Named> dataStreams) {

    record Named(@Nullable String name) {}

    /** Names of indices, aliases and data streams, sorted, each once. */
    List<String> names() {
        if (indices == null && aliases == null && dataStreams == null) {
            throw new UncheckedIOException(new UnexpectedShape("a JSON object without indices"));
        }
        return Stream.of(indices, aliases, dataStreams)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(Named::name)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
