package io.novacron.oncall.core.alert;

import java.time.Instant;
import java.util.List;

/**
 * Who works on a firing, read back from the silence that carries the acknowledgement.
 *
 * @param owners everybody who joined, first the one who began; names are claimed, not proved
 * @param since start of the silence
 * @param until when it runs out unless it is extended
 * @param foreign true where another tool wrote it (a comment that begins with {@code ACK!})
 * @param term who keeps it alive, and how far
 */
public record Ack(
        List<String> owners,
        Instant since,
        Instant until,
        String comment,
        String silenceId,
        boolean foreign,
        AckTerm term) {

    public Ack {
        owners = List.copyOf(owners);
    }

    /** All names, comma-separated (cli.md). */
    public String owner() {
        return String.join(", ", owners);
    }
}
