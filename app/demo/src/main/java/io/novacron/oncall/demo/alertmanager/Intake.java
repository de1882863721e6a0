package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The alerts of one member, whether they fire or have resolved within the last half hour. One thread at a time. */
final class Intake {

    private final Map<Subject, HeldAlert> alerts = new HashMap<>();
    private final Subjects subjects;
    private final Duration resolveTimeout;

    Intake(Subjects subjects, Duration resolveTimeout) {
        this.subjects = subjects;
        this.resolveTimeout = resolveTimeout;
    }

    /** An alert as it is now held, or why it is not. */
    sealed interface Taken {
        record Held(HeldAlert alert) implements Taken {}

        record Refused(String why) implements Taken {}
    }

    Taken take(PostedAlert posted, Instant now) {
        Labels labels = withoutEmpty(posted.labels());
        Subject subject = subjects.of(labels);
        HeldAlert alert = HeldAlert.of(subject, posted, now, resolveTimeout);
        if (alert.endsAt().isBefore(alert.startsAt())) {
            return new Taken.Refused("start time must be before end time");
        }
        if (labels.size() == 0) {
            return new Taken.Refused("at least one label pair required");
        }
        if (labels.has("")) {
            return new Taken.Refused("invalid label set: invalid name \"\"");
        }
        if (posted.annotations().containsKey("")) {
            return new Taken.Refused("invalid annotations: invalid name \"\"");
        }
        HeldAlert before = alerts.get(subject);
        HeldAlert held = before == null ? alert : before.followedBy(alert, now);
        alerts.put(subject, held);
        return new Taken.Held(held);
    }

    Collection<HeldAlert> all() {
        return alerts.values();
    }

    void collect(Instant now) {
        alerts.values().removeIf(alert -> alert.resolved(now));
    }

    /** A label that is empty is one that is missing. */
    private static Labels withoutEmpty(Labels labels) {
        if (!labels.byName().containsValue("")) {
            return labels;
        }
        TreeMap<String, String> left = new TreeMap<>(labels.byName());
        left.values().removeIf(String::isEmpty);
        return new Labels(left);
    }
}
