package io.novacron.oncall.connectors.prometheus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API sends, field by field as it is written there; anything may be missing. */
final class Wire {

    private Wire() {}

    /** The frame around every answer. A success may come with warnings. */
    record Answer<D>(
            @Nullable String status,
            @Nullable D data,
            @Nullable String errorType,
            @Nullable String error,
            @Nullable List<@Nullable String> warnings,
            @Nullable List<@Nullable String> infos) {}

    record Build(@Nullable String version) {}

    record Groups(@Nullable List<@Nullable Group> groups) {}

    record Group(
            @Nullable String name,
            @Nullable String file,
            @Nullable List<@Nullable Rule> rules) {}

    record Rule(
            @Nullable String name,
            @Nullable String type,
            @Nullable String query,
            double duration,
            @Nullable Map<String, @Nullable String> labels,
            @Nullable Map<String, @Nullable String> annotations,
            @Nullable String state,
            @Nullable String health,
            @Nullable String lastError,
            @Nullable String lastEvaluation,
            double evaluationTime) {}

    record Alerts(@Nullable List<@Nullable Alert> alerts) {}

    record Alert(
            @Nullable Map<String, @Nullable String> labels,
            @Nullable Map<String, @Nullable String> annotations,
            @Nullable String state,
            @Nullable String activeAt,
            @Nullable String value) {}

    record Targets(@Nullable List<@Nullable Target> activeTargets) {}

    record Target(
            @Nullable Map<String, @Nullable String> labels,
            @Nullable String scrapeUrl,
            @Nullable String health,
            @Nullable String lastError,
            @Nullable String lastScrape) {}

    record Config(@Nullable String yaml) {}

    record Outcome(@Nullable String resultType, @Nullable ResultWire result) {}
}
