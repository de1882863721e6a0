package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.silence.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Silences of all clusters. */
public record SilencesDocument(List<SilenceDocument> silences) {

    /** One silence, merged over its members; {@code matches} counts today's alerts of its cluster. */
    public record SilenceDocument(
            String id,
            String state,
            List<MatcherDocument> matchers,
            Instant startsAt,
            Instant endsAt,
            String createdBy,
            String comment,
            int matches,
            String kind,
            String cluster,
            List<String> seenOn,
            Instant updatedAt,
            Map<String, String> annotations) {

        public static SilenceDocument of(ClusterSilence merged, int matches) {
            Silence silence = merged.silence();
            return new SilenceDocument(
                    silence.id(),
                    silence.state().word(),
                    MatcherDocument.of(silence.matchers()),
                    silence.startsAt(),
                    silence.endsAt(),
                    silence.createdBy(),
                    silence.comment(),
                    matches,
                    AckRecord.read(silence) == null ? "silence" : "ack",
                    merged.cluster(),
                    merged.seenOn(),
                    silence.updatedAt(),
                    silence.annotations());
        }
    }
}
