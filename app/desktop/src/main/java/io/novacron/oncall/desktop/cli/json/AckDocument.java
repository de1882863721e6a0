package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.alert.Ack;
import java.time.Instant;

/** Who works on an alert; {@code owner} names all who joined, comma-separated. */
public record AckDocument(
        String owner, Instant since, Instant until, String comment, String silenceId, boolean foreign) {

    static AckDocument of(Ack ack) {
        return new AckDocument(ack.owner(), ack.since(), ack.until(), ack.comment(), ack.silenceId(), ack.foreign());
    }
}
