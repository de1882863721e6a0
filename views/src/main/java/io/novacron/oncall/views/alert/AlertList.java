package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The list of alerts as it is drawn, of one moment. Pure.
///
/// @param rows    worst first, only those the search leaves
/// @param total   how many alerts there are, searched or not
/// @param failing the Alertmanagers whose alerts are of the past, or not known at all beside others that are
record AlertList(AlertBoard board, List<AlertRow> rows, int total, List<SourceStatus> failing, Absence absence) {

    static final AlertList EMPTY = new AlertList(AlertBoard.EMPTY, List.of(), 0, List.of(), new Absence.Waiting());

    /// States in which the last answer is not of now.
    private static final Set<SourceState> PAST = EnumSet.of(
            SourceState.UNTRUSTED, SourceState.DENIED, SourceState.UNREACHABLE, SourceState.STALE, SourceState.LATE);

    AlertList {
        rows = List.copyOf(rows);
        failing = List.copyOf(failing);
    }

    /// @param observedAt the oldest answer shown; null before the first
    /// @param underWay   what was asked for an alert and is not proved yet, else empty
    static AlertList of(
            AlertBoard board,
            List<SourceStatus> sources,
            @Nullable Instant observedAt,
            AlertFilter filter,
            Function<AlertKey, String> underWay) {
        List<SourceStatus> asked = sources.stream()
                .filter(source -> source.kind() == SourceKind.ALERTMANAGER)
                .toList();
        List<SourceStatus> failing = asked.stream()
                .filter(source ->
                        source.lastGood() != null || (observedAt != null && source.state() != SourceState.LATE))
                .filter(source -> source.states().stream().anyMatch(PAST::contains))
                .toList();
        Set<String> past = new HashSet<>();
        failing.forEach(source -> past.add(source.cluster()));
        List<AlertRow> rows = board.alerts().stream()
                .filter(filter::matches)
                .map(alert -> AlertRow.of(
                        alert,
                        board,
                        underWay.apply(alert.key()),
                        past.contains(alert.key().cluster())))
                .toList();
        int total = board.alerts().size();
        Absence absence = rows.isEmpty() ? absence(asked, total, observedAt) : new Absence.None();
        return new AlertList(board, rows, total, failing, absence);
    }

    private static Absence absence(List<SourceStatus> asked, int total, @Nullable Instant observedAt) {
        if (total > 0) {
            return new Absence.Filtered(total);
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
