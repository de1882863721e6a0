package io.novacron.oncall.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One firing alert, merged over the members of its cluster.
 *
 * @param startsAt the earliest over the members
 * @param silencedBy ids of the silences that hit it, acknowledgements among them
 * @param receivers who is told of it, by the routing of the server
 * @param seenOn {@code cluster/host:port} of each member that lists it
 * @param ack the acknowledgement that counts for this firing, else null
 * @param runbook the annotation {@code runbook_url} or {@code runbook}; not checked yet, never open it but by SafeLink
 */
public record Alert(
        AlertKey key,
        Labels labels,
        Map<String, String> annotations,
        Severity severity,
        Instant startsAt,
        AlertState state,
        List<String> silencedBy,
        List<String> inhibitedBy,
        List<String> mutedBy,
        List<String> receivers,
        List<String> seenOn,
        @Nullable Ack ack,
        @Nullable String runbook,
        String generatorUrl) {

    public Alert {
        annotations = Map.copyOf(annotations);
        silencedBy = List.copyOf(silencedBy);
        inhibitedBy = List.copyOf(inhibitedBy);
        mutedBy = List.copyOf(mutedBy);
        receivers = List.copyOf(receivers);
        seenOn = List.copyOf(seenOn);
    }

    /** The label {@code alertname}; empty where the alert has none. */
    public String name() {
        return labels.get("alertname");
    }

    public String summary() {
        String summary = annotations.getOrDefault("summary", "");
        return summary.isBlank() ? annotations.getOrDefault("description", "") : summary;
    }
}
