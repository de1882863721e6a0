package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The list of silences as it is drawn, of one moment. Pure.
///
/// @param rows    only those the filter leaves
/// @param counts  how many each choice above the list would leave of all
/// @param failing the Alertmanagers whose silences are of the past or not known
record SilenceList(
        List<SilenceRow> rows,
        int total,
        Map<SilenceFilter.Chip, Integer> counts,
        List<SourceStatus> failing,
        Absence absence) {
    /// Why the list has no line; things that must never look alike (reliability guide G1).
    sealed interface Absence {
        /// There are lines.
        record None() implements Absence {}

        /// No Alertmanager is configured.
        record NoSource() implements Absence {}

        /// Asked, not answered yet.
        record Waiting() implements Absence {}

        /// Not answered well; `sentence` says why. What was known before may hold no silence, which proves nothing.
        record Failed(String sentence) implements Absence {}

        /// Every Alertmanager answers and lists none.
        record Zero(Instant observedAt) implements Absence {}

        /// The filter leaves none of `hidden`.
        record Filtered(int hidden) implements Absence {}
    }

    static final SilenceList EMPTY = new SilenceList(List.of(), 0, Map.of(), List.of(), new Absence.Waiting());

    private static final Set<SourceState> PAST = EnumSet.of(
            SourceState.UNTRUSTED,
            SourceState.DENIED,
            SourceState.UNREACHABLE,
            SourceState.STALE,
            SourceState.LATE,
            SourceState.PARTIAL);

    SilenceList {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
        failing = List.copyOf(failing);
    }

    /// @param observedAt the oldest answer shown; null before the first
    /// @param me         this operator's name
    static SilenceList of(
            AlertBoard board,
            List<SourceStatus> sources,
            @Nullable Instant observedAt,
            SilenceFilter filter,
            String me,
            Instant now) {
        List<SourceStatus> asked = sources.stream()
                .filter(source -> source.kind() == SourceKind.ALERTMANAGER)
                .toList();
        List<SourceStatus> failing = asked.stream()
                .filter(source -> source.lastGood() != null || observedAt != null)
                .filter(source -> source.states().stream().anyMatch(PAST::contains))
                .toList();
        Set<String> past = new HashSet<>();
        failing.forEach(source -> past.add(source.cluster()));
        Map<SilenceRow.Id, Integer> hits = hits(board);
        List<SilenceRow> all = board.silences().stream()
                .map(merged -> row(merged, hits, me, past))
                .sorted(SilenceRow.ORDER)
                .toList();
        List<SilenceRow> rows =
                all.stream().filter(row -> filter.keeps(row, now)).toList();
        Map<SilenceFilter.Chip, Integer> counts = new EnumMap<>(SilenceFilter.Chip.class);
        for (SilenceFilter.Chip chip : SilenceFilter.Chip.values()) {
            SilenceFilter alone = new SilenceFilter(List.of(), EnumSet.of(chip));
            counts.put(chip, (int)
                    all.stream().filter(row -> alone.keeps(row, now)).count());
        }
        Absence absence = rows.isEmpty() ? absence(asked, all.size(), observedAt) : new Absence.None();
        return new SilenceList(rows, all.size(), counts, failing, absence);
    }

    private static SilenceRow row(
            ClusterSilence merged, Map<SilenceRow.Id, Integer> hits, String me, Set<String> past) {
        var id = new SilenceRow.Id(merged.cluster(), merged.silence().id());
        return SilenceRow.of(merged, hits.getOrDefault(id, 0), me, past.contains(merged.cluster()));
    }

    /// By what the servers say of their alerts: matching again would cost silences times alerts.
    private static Map<SilenceRow.Id, Integer> hits(AlertBoard board) {
        Map<SilenceRow.Id, Integer> hits = new HashMap<>();
        for (Alert alert : board.alerts()) {
            for (String id : alert.silencedBy()) {
                hits.merge(new SilenceRow.Id(alert.key().cluster(), id), 1, Integer::sum);
            }
        }
        return hits;
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
        if (observedAt != null && doubtful.isEmpty()) {
            return new Absence.Zero(observedAt);
        }
        return doubtful.stream()
                .filter(source -> observedAt != null || source.state() != SourceState.LATE)
                .findFirst()
                .<Absence>map(source -> new Absence.Failed(sentence(source)))
                .orElse(new Absence.Waiting());
    }

    private static String sentence(SourceStatus source) {
        String reason = source.reason().isEmpty() ? "" : ": " + source.reason();
        return source.name() + " is " + source.state().name().replace('_', '-') + reason;
    }
}
