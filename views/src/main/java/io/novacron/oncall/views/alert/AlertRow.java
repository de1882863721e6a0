package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.triage.TriageRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One alert as a line. Texts are as they came, escaped only where they are drawn; the longer ones are made only for
/// the
/// lines that are seen.
///
/// @param alert    the one that stands for all of `about`
/// @param about    more than one where alerts differ in replica labels alone
/// @param shared   the labels that its whole group has with the same value
/// @param grouped  it stands under the head of a group
/// @param why      why it is quiet; empty for one that fires
/// @param underWay what the operator has asked for and is not proved yet: `ack queued…`; never changes `state`
/// @param dimmed   its source does not answer: of the past, not of now
record AlertRow(
        Alert alert, List<AlertKey> about, Labels shared, boolean grouped, String why, String underWay, boolean dimmed)
        implements Line {
    /// Labels that have a column of their own.
    static final Set<String> TOLD = Set.of("alertname", "severity");

    private static final List<String> FIRST = List.of("service", "component", "job", "namespace", "region");
    private static final List<String> LAST = List.of("instance", "pod", "replica", "prometheus");

    AlertRow {
        about = List.copyOf(about);
    }

    static AlertRow of(
            TriageRow row, AlertBoard board, Labels shared, boolean grouped, String underWay, boolean dimmed) {
        return new AlertRow(
                row.shown(),
                row.raw().stream().map(Alert::key).toList(),
                shared,
                grouped,
                why(row.shown(), board),
                underWay,
                dimmed);
    }

    @Override
    public AlertKey id() {
        return alert.key();
    }

    AlertKey key() {
        return alert.key();
    }

    @Override
    public Severity severity() {
        return alert.severity();
    }

    String name() {
        return alert.name().isEmpty() ? alert.key().fingerprint() : alert.name();
    }

    /// How many alerts it stands for that only differ in replica labels (reliability guide F65); empty for one.
    String replicas() {
        return about.size() == 1 ? "" : "× " + about.size() + " replicas";
    }

    /// What tells it from its neighbours: its labels without those that all of them share.
    String differs() {
        return telling(alert.labels().byName().entrySet().stream()
                .filter(label -> !TOLD.contains(label.getKey()))
                .filter(label -> !shared.has(label.getKey())
                        || !shared.get(label.getKey()).equals(label.getValue())));
    }

    /// Labels as one text, what tells the most first.
    static String telling(Stream<Map.Entry<String, String>> labels) {
        return labels.sorted(Comparator.comparingInt(label -> weight(label.getKey())))
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining("  "));
    }

    private static int weight(String name) {
        return FIRST.contains(name) ? FIRST.indexOf(name) : LAST.contains(name) ? FIRST.size() + 1 : FIRST.size();
    }

    String summary() {
        return alert.summary();
    }

    String cluster() {
        return alert.key().cluster();
    }

    Instant startsAt() {
        return alert.startsAt();
    }

    AlertState state() {
        return alert.state();
    }

    String receivers() {
        return String.join(", ", alert.receivers());
    }

    /// Who works on it; empty for nobody.
    String owner() {
        Ack ack = alert.ack();
        return ack == null ? "" : ack.owner();
    }

    /// Null where nobody works on it.
    @Nullable
    Instant ownedSince() {
        Ack ack = alert.ack();
        return ack == null ? null : ack.since();
    }

    private static String why(Alert alert, AlertBoard board) {
        if (alert.state() == AlertState.FIRING) {
            return "";
        }
        Ack ack = alert.ack();
        if (alert.state() == AlertState.ACKNOWLEDGED && ack != null) {
            return ack.comment();
        }
        List<QuietReason> reasons = QuietReason.of(alert, board);
        if (reasons.isEmpty()) {
            return "";
        }
        String more = reasons.size() == 1 ? "" : " (+" + (reasons.size() - 1) + ")";
        return reasons.getFirst().brief() + more;
    }
}
