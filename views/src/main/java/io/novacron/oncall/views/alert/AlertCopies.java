package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.triage.ReplicaLabels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/// What one line of the list was merged of: the alerts that differ in replica labels alone, and of each what every
/// member
/// says by itself (reliability guide F65, alerts guide A7). Pure.
record AlertCopies(List<Copy> copies) {
    /// One alert as its cluster has it.
    ///
    /// @param labels what tells it from the others, `replica="a"`; empty where it is the only one
    record Copy(String labels, AlertState state, Instant since, List<Word> members) {
        Copy {
            members = List.copyOf(members);
        }
    }

    /// What one member says.
    ///
    /// @param says `active`, or why it is quiet there
    record Word(String member, String says, Instant since) {}

    AlertCopies {
        copies = List.copyOf(copies);
    }

    static AlertCopies of(Alert alert, AlertBoard board, ReplicaLabels replicas) {
        Labels bare = alert.labels().without(replicas.names());
        List<Alert> all = bare.equals(alert.labels())
                ? List.of(alert)
                : board.alerts().stream()
                        .filter(other -> other.key()
                                        .cluster()
                                        .equals(alert.key().cluster())
                                && other.name().equals(alert.name())
                                && other.labels().without(replicas.names()).equals(bare))
                        .sorted(Comparator.comparing(Alert::key))
                        .toList();
        var copies = new ArrayList<Copy>();
        for (Alert one : all) {
            var words = new ArrayList<Word>();
            board.members(one.key())
                    .forEach((member, said) -> words.add(new Word(member, says(said), said.startsAt())));
            String labels = all.size() == 1
                    ? ""
                    : AlertRow.telling(one.labels().only(replicas.names()).byName().entrySet().stream());
            copies.add(new Copy(labels, one.state(), one.startsAt(), words));
        }
        return new AlertCopies(copies);
    }

    private static String says(MemberAlert alert) {
        var quiet = new ArrayList<String>();
        count(quiet, alert.silencedBy(), "silenced by ");
        count(quiet, alert.inhibitedBy(), "inhibited by ");
        count(quiet, alert.mutedBy(), "muted by ");
        return alert.state() + (quiet.isEmpty() ? "" : ", " + String.join(", ", quiet));
    }

    private static void count(List<String> quiet, SortedSet<String> by, String what) {
        if (!by.isEmpty()) {
            quiet.add(what + by.size());
        }
    }
}
