package io.novacron.oncall.core.silence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One silence as one member of an Alertmanager cluster holds it.
 *
 * @param id the server's id; empty before it was posted
 * @param matchers in the server's order
 * @param annotations from 0.32; empty on older servers, and on silences that have none
 */
public record Silence(
        String id,
        SilenceState state,
        List<Matcher> matchers,
        Instant startsAt,
        Instant endsAt,
        Instant updatedAt,
        String createdBy,
        String comment,
        Map<String, String> annotations) {

    public Silence {
        matchers = List.copyOf(matchers);
        annotations = Map.copyOf(annotations);
    }

    public boolean active() {
        return state == SilenceState.ACTIVE;
    }

    /** What to post to make this silence, or to change the one with this id. */
    public SilenceSpec spec() {
        return new SilenceSpec(id, matchers, startsAt, endsAt, createdBy, comment, annotations);
    }
}
