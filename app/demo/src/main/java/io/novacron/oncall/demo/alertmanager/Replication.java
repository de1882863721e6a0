package io.novacron.oncall.demo.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands what one member wrote to the others, a while later. One thread at a time. */
final class Replication {

    private final Agenda agenda;
    private final List<AlertmanagerMember> members = new ArrayList<>();
    private Duration delay = Duration.ofMillis(200);
    private boolean split;

    Replication(Agenda agenda) {
        this.agenda = agenda;
    }

    void join(AlertmanagerMember member) {
        members.add(member);
    }

    void delay(Duration time) {
        delay = time;
    }

    /** After a split each member hands all it has to each other one, and the later writer wins. */
    void split(boolean apart) {
        boolean healed = split && !apart;
        split = apart;
        if (healed) {
            for (AlertmanagerMember from : members) {
                send(from, from::handOver);
            }
        }
    }

    /** The time at which something arrives. */
    Instant now() {
        return agenda.now();
    }

    /** @param what is done to each other member when it gets there; what is under way when a split begins is lost */
    void send(AlertmanagerMember from, Consumer<AlertmanagerMember> what) {
        if (split) {
            return;
        }
        agenda.at(agenda.now().plus(delay), _ -> {
            if (!split) {
                members.stream().filter(member -> member != from).forEach(what);
            }
        });
    }

    /** Whom this member can reach, itself among them, by name. */
    List<AlertmanagerMember> reachableFrom(AlertmanagerMember member) {
        return split ? List.of(member) : List.copyOf(members);
    }
}
