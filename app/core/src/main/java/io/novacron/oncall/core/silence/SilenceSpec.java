package io.novacron.oncall.core.silence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A silence to be posted: the whole of it, since a post replaces what was there, annotations included (alerts guide S6).
 *
 * @param id empty for a new one
 * @param annotations left out of the request where empty; a server before 0.32 ignores them
 */
public record SilenceSpec(
        String id,
        List<Matcher> matchers,
        Instant startsAt,
        Instant endsAt,
        String createdBy,
        String comment,
        Map<String, String> annotations) {

    public SilenceSpec {
        matchers = List.copyOf(matchers);
        annotations = Map.copyOf(annotations);
    }
}
