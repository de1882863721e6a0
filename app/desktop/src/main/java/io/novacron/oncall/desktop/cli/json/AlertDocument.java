package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One merged alert. {@code severity} is the console's mark, S1 to S5 or S? where it is unknown. */
public record AlertDocument(
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        String severity,
        Instant startsAt,
        String state,
        List<String> silencedBy,
        List<String> inhibitedBy,
        List<String> mutedBy,
        List<String> receivers,
        List<String> seenOn,
        @Nullable AckDocument ack,
        @Nullable String runbook,
        String cluster) {

    public static AlertDocument of(Alert alert) {
        Ack ack = alert.ack();
        return new AlertDocument(
                alert.key().fingerprint(),
                alert.labels().byName(),
                new TreeMap<>(alert.annotations()),
                alert.severity().mark(),
                alert.startsAt(),
                alert.state().word(),
                alert.silencedBy(),
                alert.inhibitedBy(),
                alert.mutedBy(),
                alert.receivers(),
                alert.seenOn(),
                ack == null ? null : AckDocument.of(ack),
                alert.runbook(),
                alert.key().cluster());
    }
}
