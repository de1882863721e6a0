package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert as a client posts it. Immutable, so that the members of a cluster may share it.
 *
 * @param startsAt null for now, by the member's clock
 * @param endsAt null for {@code resolve_timeout} after now; in the past means resolved
 * @param generatorUrl empty where the client names none
 */
public record PostedAlert(
        Labels labels,
        Map<String, String> annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String generatorUrl) {

    public PostedAlert {
        annotations = Map.copyOf(annotations);
    }
}
