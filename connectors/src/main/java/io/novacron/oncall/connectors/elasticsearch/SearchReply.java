package io.novacron.oncall.connectors.elasticsearch;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.novacron.oncall.connectors.http.UnexpectedShape;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What {@code _search} answers, as far as we read it. */
record SearchReply(
        @JsonProperty("timed_out") boolean timedOut,
        @JsonProperty("terminated_early") boolean terminatedEarly,
        @JsonProperty("_shards") @Nullable Shards shards,
        @JsonProperty("_clusters") @Nullable Clusters clusters,
        @Nullable Hits hits,
        @Nullable Aggregations aggregations) {

    record Shards(int total, int failed, @Nullable List<@Nullable ShardFailure> failures) {

        List<ShardFailure> reasons() {
            return present(failures);
        }
    }

    record ShardFailure(@Nullable String index, @Nullable Reason reason) {}

    record Reason(@Nullable String type, @Nullable String reason) {}

    record Clusters(int total, int skipped) {}

    record Hits(@Nullable JsonNode total, @Nullable List<@Nullable Hit> hits) {}

    record Hit(
            @JsonProperty("_index") String index,
            @JsonProperty("_id") String id,

            @JsonProperty("_source") @JsonDeserialize(using = FlatSource.Reader.class) @Nullable
            FlatSource source,

            @Nullable JsonNode sort) {}

    record Aggregations(@Nullable Histogram time) {}

    record Histogram(@Nullable List<@Nullable TimeBucket> buckets) {

        List<TimeBucket> present() {
            return SearchReply.present(buckets);
        }
    }

    record TimeBucket(
            long key,
            @JsonProperty("doc_count") long count,
            @Nullable Terms level) {}

    record Terms(@Nullable List<@Nullable TermBucket> buckets) {

        List<TermBucket> present() {
            return SearchReply.present(buckets);
        }
    }

    record TermBucket(
            JsonNode key, @JsonProperty("doc_count") long count) {}

    /** This reply if it is one: a JSON object of another kind must not pass for a search without hits. */
    SearchReply checked() {
        if (shards == null || hits == null) {
            throw new UncheckedIOException(new UnexpectedShape("a JSON object without _shards and hits"));
        }
        return this;
    }

    List<Hit> rows() {
        return hits == null ? List.of() : present(hits.hits());
    }

    List<TimeBucket> bars() {
        return aggregations == null || aggregations.time() == null
                ? List.of()
                : aggregations.time().present();
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
