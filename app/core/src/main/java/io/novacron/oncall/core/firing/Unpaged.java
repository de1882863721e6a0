package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.Labels;
import java.time.Instant;
import java.util.List;

/**
 * An alert that fires in Prometheus and that no Alertmanager of this console has.
 *
 * @param labels as Prometheus has them, without external ones
 * @param activeAt when its expression began to hold
 * @param source the Prometheus
 * @param certain false where something keeps us from knowing whether an Alertmanager has it
 * @param reason a sentence without its full stop
 */
public record Unpaged(Labels labels, Instant activeAt, String source, boolean certain, String reason) {

    /** One sentence without full stop on all of them, for the verdict; none where there are none. */
    public static List<String> doubts(List<Unpaged> found) {
        long certain = found.stream().filter(Unpaged::certain).count();
        long doubtful = found.size() - certain;
        if (certain > 0) {
            return List.of(count(certain)
                    + " in Prometheus and in no Alertmanager: nobody is paged"
                    + (doubtful == 0 ? "" : ", and perhaps " + doubtful + " more"));
        }
        return doubtful == 0 ? List.of() : List.of(count(doubtful) + " in Prometheus and perhaps in no Alertmanager");
    }

    private static String count(long alerts) {
        return alerts == 1 ? "1 alert fires" : alerts + " alerts fire";
    }
}
