package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.connectors.http.UnexpectedShape;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who answers at {@code /}. */
record About(String flavour, String version) {

    static final About UNKNOWN = new About("", "");

    record Reply(@Nullable Version version, @Nullable String tagline) {}

    record Version(@Nullable String number, @Nullable String distribution) {}

    /**
     * The distribution names itself; Elasticsearch does not. OpenSearch may be told to give itself out as 7.10.2, its tagline
     * stays (logs guide §3).
     */
    static About of(Reply reply) {
        Version version = reply.version();
        if (version == null || version.number() == null) {
            throw new UncheckedIOException(new UnexpectedShape("a JSON object without version.number"));
        }
        String distribution = version.distribution() == null ? "" : version.distribution();
        String tagline = reply.tagline() == null ? "" : reply.tagline();
        String flavour = tagline.contains("OpenSearch") ? "opensearch" : "elasticsearch";
        return new About(
                distribution.isBlank() ? flavour : distribution.strip().toLowerCase(Locale.ROOT), version.number());
    }
}
