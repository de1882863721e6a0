package io.novacron.oncall.core.topology;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls from one service to another; {@code from} equals {@code to} where a service calls itself.
 *
 * @param kind {@code calls}
 * @param calls spans counted in the window asked for; sampling makes it a lower bound, hence no rate is derived from it
 * @param rate calls a second as measured by metrics, null while no source measures it
 * @param errorPercent null while no source measures it
 * @param p95Ms null while no source measures it
 * @param lastSeen end of the newest window that had the edge
 * @param provenance names of the sources that told of it
 */
public record CallEdge(
        String from,
        String to,
        String kind,
        long calls,
        @Nullable Double rate,
        @Nullable Double errorPercent,
        @Nullable Double p95Ms,
        Instant lastSeen,
        List<String> provenance) {

    public CallEdge {
        provenance = List.copyOf(provenance);
    }

    public boolean self() {
        return from.equals(to);
    }
}
