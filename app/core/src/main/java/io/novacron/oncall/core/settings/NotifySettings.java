package io.novacron.oncall.core.settings;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.notify.QuietHours;
import io.novacron.oncall.core.notify.Tone;
import io.novacron.oncall.core.silence.Matcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What rings, how and when.
 *
 * @param enabled false: notices are listed in the window only
 * @param volume 0 to 100; 0 makes no sound at all
 * @param severities those that raise a notice
 * @param sound one tone for each severity
 * @param filters the first one that matches an alert decides on it; with none configured every alert counts, else an alert
 *     that none matches raises no notice
 * @param quiet in these hours only the highest severity rings; empty for no such hours
 * @param repeatUntilSeen pages (S1, S2) ring each minute until somebody looked
 * @param groupBy labels: alerts equal in all of them share a notice
 * @param clusterLabels labels that only name where an alert was seen: two clusters' alerts equal but for them are one
 */
public record NotifySettings(
        boolean enabled,
        int volume,
        Set<Severity> severities,
        Map<Severity, Tone> sound,
        List<Filter> filters,
        Optional<QuietHours> quiet,
        boolean repeatUntilSeen,
        List<String> groupBy,
        Set<String> clusterLabels) {

    /**
     * A saved filter with its own say.
     *
     * @param severities empty for those of the whole
     * @param tone empty for that of the severity
     */
    public record Filter(List<Matcher> match, Set<Severity> severities, Optional<Tone> tone) {

        public Filter {
            match = List.copyOf(match);
            severities = Set.copyOf(severities);
        }
    }

    public static final NotifySettings DEFAULT = new NotifySettings(
            true,
            70,
            Set.of(Severity.S1, Severity.S2, Severity.UNKNOWN, Severity.S3),
            Map.of(
                    Severity.S1, Tone.ALARM,
                    Severity.S2, Tone.DOUBLE,
                    Severity.UNKNOWN, Tone.DOUBLE,
                    Severity.S3, Tone.SINGLE,
                    Severity.S4, Tone.NONE,
                    Severity.S5, Tone.NONE),
            List.of(),
            Optional.empty(),
            true,
            List.of("alertname"),
            Set.of("cluster", "prometheus", "prometheus_replica", "replica", "__replica__", "monitor", "receive"));

    public NotifySettings {
        severities = Set.copyOf(severities);
        sound = Map.copyOf(sound);
        filters = List.copyOf(filters);
        groupBy = List.copyOf(groupBy);
        clusterLabels = Set.copyOf(clusterLabels);
    }
}
