package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.triage.AlertGroup;
import io.novacron.oncall.core.triage.Facet;
import io.novacron.oncall.core.triage.Grouping;
import io.novacron.oncall.core.triage.ReplicaLabels;
import io.novacron.oncall.core.triage.Scene;
import io.novacron.oncall.core.triage.Triage;
import io.novacron.oncall.core.triage.TriageRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The list of alerts as it is drawn, of one moment. Pure.
///
/// @param wish    what it was made for
/// @param lines   in order, only those the search leaves and no collapsed group holds back
/// @param alerts  how many alerts the search leaves, each counted once
/// @param total   how many alerts there are, searched or not
/// @param hidden  how many of them are kept out of sight here
/// @param shared  the labels that all alerts of a list without groups have
/// @param facets  values and their counts, for the fields the wish asks for
/// @param version changes whenever the lines do
/// @param basis   what the lines are made of
/// @param failing the Alertmanagers whose alerts are of the past, or not known at all beside others that are
record AlertList(
        AlertBoard board,
        Wish wish,
        List<Line> lines,
        int alerts,
        int total,
        int hidden,
        Labels shared,
        List<Facet> facets,
        List<SourceStatus> failing,
        Absence absence,
        long version,
        Basis basis) {

    /// What lines are made of, but for the time.
    ///
    /// @param board    equal to itself only: an answer that brought nothing new leaves the board of before
    /// @param past     clusters whose alerts are not of now
    /// @param underWay what was asked for an alert and is not proved yet
    record Basis(AlertBoard board, Wish wish, Set<String> past, Map<AlertKey, String> underWay) {
        Basis {
            past = Set.copyOf(past);
            underWay = Map.copyOf(underWay);
        }
    }

    static final AlertList EMPTY = new AlertList(
            AlertBoard.EMPTY,
            Wish.EVERYTHING,
            List.of(),
            0,
            0,
            0,
            Labels.NONE,
            List.of(),
            List.of(),
            new Absence.Waiting(),
            0,
            new Basis(AlertBoard.EMPTY, Wish.EVERYTHING, Set.of(), Map.of()));

    /// States in which the last answer is not of now.
    private static final Set<SourceState> PAST = EnumSet.of(
            SourceState.UNTRUSTED, SourceState.DENIED, SourceState.UNREACHABLE, SourceState.STALE, SourceState.LATE);

    /// Everything a list is made from but what the operator wants to see.
    ///
    /// @param observedAt the oldest answer shown; null before the first
    /// @param replicas   which labels tell replicas apart that make one line
    /// @param underWay   what was asked for an alert and is not proved yet
    record Known(
            Scene scene,
            ReplicaLabels replicas,
            List<SourceStatus> sources,
            @Nullable Instant observedAt,
            Map<AlertKey, String> underWay) {}

    /// The list of now; lines, and all of it where nothing changed, are the very objects of `before`.
    static AlertList of(Known known, Wish wish, AlertList before) {
        List<SourceStatus> asked = known.sources().stream()
                .filter(source -> source.kind() == SourceKind.ALERTMANAGER)
                .toList();
        List<SourceStatus> failing = asked.stream()
                .filter(source ->
                        source.lastGood() != null || (known.observedAt() != null && source.state() != SourceState.LATE))
                .filter(source -> source.states().stream().anyMatch(PAST::contains))
                .toList();
        AlertBoard board = known.scene().board();
        Basis basis = new Basis(board, wish, past(failing), known.underWay());
        int total = board.alerts().size();
        boolean same = basis.equals(before.basis) && !wish.aged();
        AlertList read = same ? before : read(known, basis).after(before);
        Absence absence = read.lines.isEmpty() ? absence(asked, total, wish, known.observedAt()) : new Absence.None();
        return read.standing(failing, absence);
    }

    private static AlertList read(Known known, Basis basis) {
        AlertBoard board = basis.board();
        Wish wish = basis.wish();
        List<Alert> seen = wish.hidden().isEmpty()
                ? board.alerts()
                : board.alerts().stream()
                        .filter(alert -> !wish.hidden().contains(Wish.Firing.of(alert)))
                        .toList();
        Sieve sieve = Sieve.of(seen, wish, known);
        Triage triage = sieve.triage();
        int total = board.alerts().size();
        boolean flat = wish.grouping() instanceof Grouping.Flat && triage.rows().size() > 1;
        return new AlertList(
                board,
                wish,
                lines(triage, basis),
                triage.alerts(),
                total,
                total - seen.size(),
                flat ? triage.groups().getFirst().shared() : Labels.NONE,
                sieve.facets(),
                List.of(),
                new Absence.None(),
                0,
                basis);
    }

    /// A line that did not change is the very object of before, and it costs the window nothing to see that none did.
    private AlertList after(AlertList before) {
        List<Line> kept = kept(before.lines);
        boolean same = kept.equals(before.lines);
        return new AlertList(
                board,
                wish,
                same ? before.lines : kept,
                alerts,
                total,
                hidden,
                shared,
                facets,
                failing,
                absence,
                same ? before.version : before.version + 1,
                basis);
    }

    private AlertList standing(List<SourceStatus> nowFailing, Absence nowAbsent) {
        return failing.equals(nowFailing) && absence.equals(nowAbsent)
                ? this
                : new AlertList(
                        board,
                        wish,
                        lines,
                        alerts,
                        total,
                        hidden,
                        shared,
                        facets,
                        nowFailing,
                        nowAbsent,
                        version,
                        basis);
    }

    private List<Line> kept(List<Line> before) {
        var byId = new HashMap<Object, Line>(before.size() * 2);
        before.forEach(line -> byId.put(line.id(), line));
        var kept = new ArrayList<Line>(lines.size());
        for (Line line : lines) {
            Line known = byId.get(line.id());
            kept.add(known != null && known.equals(line) ? known : line);
        }
        return kept;
    }

    /// The alerts among the lines.
    List<AlertRow> rows() {
        return lines.stream()
                .filter(AlertRow.class::isInstance)
                .map(AlertRow.class::cast)
                .toList();
    }

    private static Set<String> past(List<SourceStatus> failing) {
        var past = new HashSet<String>();
        failing.forEach(source -> past.add(source.cluster()));
        return past;
    }

    private static List<Line> lines(Triage triage, Basis basis) {
        boolean grouped = !(basis.wish().grouping() instanceof Grouping.Flat);
        AlertBoard board = basis.board();
        var lines = new ArrayList<Line>(triage.alerts() + triage.groups().size());
        for (AlertGroup group : triage.groups()) {
            boolean collapsed = grouped && basis.wish().collapsed().contains(new GroupRow.GroupId(group.id()));
            if (grouped) {
                lines.add(GroupRow.of(group, collapsed));
            }
            Labels shared = group.rows().size() > 1 ? group.shared() : grouped ? group.key() : Labels.NONE;
            for (TriageRow row : collapsed ? List.<TriageRow>of() : group.rows()) {
                AlertKey key = row.shown().key();
                String underWay = basis.underWay().getOrDefault(key, "");
                lines.add(AlertRow.of(
                        row, board, shared, grouped, underWay, basis.past().contains(key.cluster())));
            }
        }
        return lines;
    }

    private static Absence absence(List<SourceStatus> asked, int total, Wish wish, @Nullable Instant observedAt) {
        if (total > 0) {
            return wish.everything() ? new Absence.HiddenHere(total) : new Absence.Filtered(total);
        }
        if (asked.isEmpty()) {
            return new Absence.NoSource();
        }
        List<SourceStatus> doubtful =
                asked.stream().filter(source -> !source.live()).toList();
        if (observedAt == null) {
            return doubtful.stream()
                    .filter(source -> source.state() != SourceState.LATE)
                    .findFirst()
                    .<Absence>map(source -> new Absence.Failed(sentence(source)))
                    .orElse(new Absence.Waiting());
        }
        return doubtful.isEmpty()
                ? new Absence.Zero(observedAt)
                : new Absence.Doubtful(sentence(doubtful.getFirst()), observedAt);
    }

    /// `am-eu is UNREACHABLE: 10.0.0.1:9093 …`
    static String sentence(SourceStatus source) {
        String reason = source.reason().isEmpty() ? "" : ": " + source.reason();
        return source.name() + " is " + source.state().name().replace('_', '-') + reason;
    }
}
