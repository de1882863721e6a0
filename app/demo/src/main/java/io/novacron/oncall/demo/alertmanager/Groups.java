package io.novacron.oncall.demo.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of one member and their timers. Times are those of the cluster; a member's own clock may be off. */
final class Groups {

    private final Map<GroupId, Group> groups = new LinkedHashMap<>();
    private final Agenda agenda;
    private final MemberClock clock;
    private final Quiet quiet;
    private final Notifier notifier;

    Groups(Agenda agenda, MemberClock clock, Quiet quiet, Notifier notifier) {
        this.agenda = agenda;
        this.clock = clock;
        this.quiet = quiet;
        this.notifier = notifier;
    }

    /** Puts the alert into each of its groups. */
    void add(HeldAlert alert, Instant at) {
        for (GroupId id : alert.subject().groups()) {
            Group group = groups.get(id);
            if (group == null || group.ended()) {
                group = begin(id, group == null ? List.of() : group.mutedBy(), alert, at);
            }
            group.put(alert);
        }
    }

    Collection<Group> all() {
        return groups.values();
    }

    void collect() {
        groups.values().removeIf(Group::ended);
    }

    /** An alert that began before {@code group_wait} ago is told without waiting. */
    private Group begin(GroupId id, List<String> mutedBy, HeldAlert first, Instant at) {
        Group group = new Group(id, mutedBy);
        groups.put(id, group);
        Duration wait = id.route().grouping().groupWait();
        boolean old = first.startsAt().plus(wait).isBefore(clock.wall(at));
        agenda.at(old ? at : at.plus(wait), due -> flush(group, due));
        return group;
    }

    private void flush(Group group, Instant at) {
        if (!group.beginTelling()) {
            return;
        }
        agenda.at(at.plus(group.id().route().grouping().groupInterval()), due -> {
            if (!group.ended()) {
                flush(group, due);
            }
        });
        Instant flushed = clock.wall(at);
        List<Notice> notices = group.notices(flushed);
        List<Notice> audible = quiet.audible(group, notices, flushed);
        Duration wait = clock.turn();
        if (audible.isEmpty() || wait.isZero() || !notifier.reaches(group.id())) {
            finish(group, notices, audible, flushed, at);
        } else {
            agenda.at(at.plus(wait), due -> finish(group, notices, audible, flushed, due));
        }
    }

    private void finish(Group group, List<Notice> notices, List<Notice> audible, Instant flushed, Instant at) {
        if (!audible.isEmpty()) {
            notifier.tell(group.id(), audible, flushed, clock.wall(at));
        }
        if (group.told(notices)) {
            flush(group, at);
        }
    }
}
