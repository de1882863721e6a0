package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The same alert of one incident in two clusters: equal labels but for those that only name the place, begun within five
 * minutes of each other. Pure.
 *
 * @param own alerts that stand for themselves
 * @param shared alerts whose twin speaks for them: either one of {@code own} or one that was told of before
 */
record Twins(List<Alert> own, List<Pair> shared) {

    record Pair(Alert alert, Alert voice) {}

    private static final Duration INCIDENT = Duration.ofMinutes(5);

    /** @param told whether this alert of the board was told of */
    static Twins among(List<Alert> fresh, List<Alert> board, Predicate<Alert> told, Set<String> clusterLabels) {
        Set<String> names = new HashSet<>();
        fresh.forEach(alert -> names.add(alert.name()));
        Map<Labels, List<Alert>> voices = new HashMap<>();
        for (Alert alert : fresh.isEmpty() ? List.<Alert>of() : board) {
            if (names.contains(alert.name()) && told.test(alert)) {
                voices(voices, alert.labels().without(clusterLabels)).add(alert);
            }
        }
        List<Alert> own = new ArrayList<>();
        List<Pair> shared = new ArrayList<>();
        for (Alert alert : fresh) {
            List<Alert> same = voices(voices, alert.labels().without(clusterLabels));
            Optional<Alert> voice =
                    same.stream().filter(other -> oneIncident(alert, other)).findFirst();
            if (voice.isPresent()) {
                shared.add(new Pair(alert, voice.get()));
            } else {
                own.add(alert);
                same.add(alert);
            }
        }
        return new Twins(own, shared);
    }

    private static List<Alert> voices(Map<Labels, List<Alert>> voices, Labels labels) {
        return voices.computeIfAbsent(labels, bare -> new ArrayList<>());
    }

    private static boolean oneIncident(Alert one, Alert other) {
        return !one.key().cluster().equals(other.key().cluster())
                && one.severity().compareTo(other.severity()) >= 0
                && Duration.between(one.startsAt(), other.startsAt()).abs().compareTo(INCIDENT) <= 0;
    }
}
