package io.novacron.oncall.core.firing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus says of one alert over the time asked for.
 *
 * @param buckets the share of each equal part of that time in which it fired, 0 to 1, oldest first; NaN where Prometheus
 *     itself has no data
 * @param runs oldest first
 * @param series how many series of Prometheus became this alert: 0 means that none did and nothing is known, more than 1
 *     that they cannot be told apart and are drawn as one
 * @param source the Prometheus; empty where no series was found
 */
public record AlertHistory(List<Double> buckets, List<Run> runs, int series, String source) {

    public AlertHistory {
        buckets = List.copyOf(buckets);
        runs = List.copyOf(runs);
    }

    /** How often it began to fire; a firing that had begun before is not counted. */
    public int starts() {
        return (int) runs.stream().filter(run -> !run.earlier()).count();
    }

    /** The first moment at which it was seen firing; null if it was not. */
    public @Nullable Instant firstSeen() {
        return runs.isEmpty() ? null : runs.getFirst().start();
    }

    /** True where several series became this one alert. */
    public boolean ambiguous() {
        return series > 1;
    }
}
