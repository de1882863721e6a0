package io.novacron.oncall.demo.world;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario.
 *
 * @param scenario its name
 * @param end null while it runs
 */
public record Incident(
        String scenario, Instant start, @Nullable Instant end, List<Effect> effects) {

    public Incident {
        effects = List.copyOf(effects);
    }

    public boolean running() {
        return end == null;
    }
}
