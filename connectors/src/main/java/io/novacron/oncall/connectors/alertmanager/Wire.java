package io.novacron.oncall.connectors.alertmanager;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * API v2 as it travels. Everything that is read may be missing, required or not: the mappers decide what that means, so that
 * one odd row never costs the others.
 */
final class Wire {

    private Wire() {}

    record Status(
            @Nullable Cluster cluster,
            @Nullable VersionInfo versionInfo,
            @Nullable Config config,
            @Nullable String uptime) {}

    record Cluster(
            @Nullable String name,
            @Nullable String status,
            @Nullable List<@Nullable Peer> peers) {}

    record Peer(@Nullable String name, @Nullable String address) {}

    record VersionInfo(@Nullable String version) {}

    record Config(@Nullable String original) {}

    record Group(@Nullable List<@Nullable Alert> alerts) {}

    record Alert(
            @Nullable String fingerprint,
            @Nullable Map<String, @Nullable String> labels,
            @Nullable Map<String, @Nullable String> annotations,
            @Nullable String startsAt,
            @Nullable String endsAt,
            @Nullable String updatedAt,
            @Nullable AlertStatus status,
            @Nullable List<@Nullable Receiver> receivers,
            @JsonProperty("generatorURL") @Nullable String generatorUrl) {}

    record AlertStatus(
            @Nullable String state,
            @Nullable List<@Nullable String> silencedBy,
            @Nullable List<@Nullable String> inhibitedBy,
            @Nullable List<@Nullable String> mutedBy) {}

    record Receiver(@Nullable String name) {}

    record GettableSilence(
            @Nullable String id,
            @Nullable SilenceStatus status,
            @Nullable List<@Nullable GettableMatcher> matchers,
            @Nullable String startsAt,
            @Nullable String endsAt,
            @Nullable String updatedAt,
            @Nullable String createdBy,
            @Nullable String comment,
            @Nullable Map<String, @Nullable String> annotations) {}

    record SilenceStatus(@Nullable String state) {}

    record GettableMatcher(
            @Nullable String name,
            @Nullable String value,
            @Nullable Boolean isRegex,
            @Nullable Boolean isEqual) {}

    /** A silence as it is posted; an empty id or empty annotations stay away. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PostableSilence(
            String id,
            List<PostableMatcher> matchers,
            String startsAt,
            String endsAt,
            @JsonInclude(JsonInclude.Include.ALWAYS) String createdBy,
            @JsonInclude(JsonInclude.Include.ALWAYS) String comment,
            Map<String, String> annotations) {}

    record PostableMatcher(
            String name,
            String value,
            @JsonProperty("isRegex") boolean isRegex,
            @JsonProperty("isEqual") boolean isEqual) {}

    record Posted(@Nullable @JsonProperty("silenceID") String silenceId) {}

    record PostableAlert(Map<String, String> labels, Map<String, String> annotations, String startsAt, String endsAt) {}
}
