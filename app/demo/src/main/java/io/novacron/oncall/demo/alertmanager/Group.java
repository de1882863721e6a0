package io.novacron.oncall.demo.alertmanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The alerts of one member that are told together. One thread at a time. */
final class Group {

    private final GroupId id;
    private final Map<Subject, HeldAlert> alerts = new HashMap<>();
    private final List<Subject> order = new ArrayList<>();
    private boolean sorted = true;
    private boolean ended;
    private boolean telling;
    private boolean again;
    private List<String> mutedBy;

    Group(GroupId id, List<String> mutedBy) {
        this.id = id;
        this.mutedBy = mutedBy;
    }

    GroupId id() {
        return id;
    }

    /** Names of the time intervals that kept it quiet when it was last flushed. */
    List<String> mutedBy() {
        return mutedBy;
    }

    void mutedBy(List<String> intervals) {
        mutedBy = intervals;
    }

    void put(HeldAlert alert) {
        if (alerts.put(alert.subject(), alert) == null) {
            order.add(alert.subject());
            sorted = false;
        }
    }

    /** All of them, sorted; sorting happens only where another alert came in. */
    List<HeldAlert> alerts() {
        if (!sorted) {
            order.sort(Subject.ORDER);
            sorted = true;
        }
        List<HeldAlert> list = new ArrayList<>(order.size());
        for (Subject subject : order) {
            list.add(Objects.requireNonNull(alerts.get(subject)));
        }
        return list;
    }

    /** As one flush at that time sees them. */
    List<Notice> notices(Instant now) {
        List<Notice> notices = new ArrayList<>(order.size());
        for (HeldAlert alert : alerts()) {
            notices.add(new Notice(alert, !alert.resolved(now)));
        }
        return notices;
    }

    /** Ended groups take no more alerts: the next one begins a new group, and waits again. */
    boolean ended() {
        return ended;
    }

    /** False while an earlier flush still waits for other members; then the next one follows right after it. */
    boolean beginTelling() {
        again = telling;
        telling = true;
        return !again;
    }

    /**
     * Forgets what it told to be resolved and was not heard of since; without any alert left it ends. Answers whether its
     * timer ran out meanwhile.
     */
    boolean told(List<Notice> notices) {
        boolean removed = false;
        for (Notice notice : notices) {
            HeldAlert alert = notice.alert();
            HeldAlert now = notice.firing() ? null : alerts.get(alert.subject());
            if (now != null && now.updatedAt().equals(alert.updatedAt())) {
                alerts.remove(alert.subject());
                removed = true;
            }
        }
        if (removed) {
            order.removeIf(subject -> !alerts.containsKey(subject));
        }
        ended = alerts.isEmpty();
        telling = false;
        boolean due = again && !ended;
        again = false;
        return due;
    }
}
