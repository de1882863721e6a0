package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts rows in order (alerts guide A10). */
final class RowOrder {

    private static final Comparator<Alert> TIES =
            Comparator.comparing(Alert::startsAt).thenComparing(alert -> alert.key());

    /** A row with the place of its value among all values. */
    private record Placed(int place, TriageRow row) {}

    private RowOrder() {}

    static List<TriageRow> sorted(List<TriageRow> rows, SortBy sort, Scene scene) {
        return switch (sort.field()) {
            case Field.Known known
            when known == Field.Known.SEVERITY ->
                by(
                        rows,
                        sort.descending()
                                ? Comparator.comparing(Alert::severity)
                                        .reversed()
                                        .thenComparing(TIES)
                                : AlertBoard.WORST_FIRST);
            case Field.Known known when known == Field.Known.AGE -> by(rows, age(sort.descending()));
            case Field.Known known when known == Field.Known.ACKED -> by(rows, acked(sort.descending()));
            case Field.Known known
            when known == Field.Known.STATE ->
                by(
                        rows,
                        sort.descending()
                                ? Comparator.comparing(Alert::state).reversed().thenComparing(TIES)
                                : Comparator.comparing(Alert::state).thenComparing(TIES));
            default -> byText(rows, sort, scene);
        };
    }

    private static List<TriageRow> by(List<TriageRow> rows, Comparator<Alert> order) {
        List<TriageRow> sorted = new ArrayList<>(rows);
        sorted.sort((a, b) -> order.compare(a.shown(), b.shown()));
        return sorted;
    }

    /** Longest first; a start that nobody told is last either way. */
    private static Comparator<Alert> age(boolean descending) {
        Comparator<Instant> starts = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((Alert alert) -> alert.startsAt().equals(Instant.EPOCH))
                .thenComparing(Alert::startsAt, starts)
                .thenComparing(Alert::key);
    }

    /** The oldest acknowledgement first; what nobody acknowledged is last either way (alerts guide §4.5). */
    private static Comparator<Alert> acked(boolean descending) {
        Comparator<Instant> since = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(RowOrder::since, Comparator.nullsLast(since))
                .thenComparing(TIES);
    }

    private static @Nullable Instant since(Alert alert) {
        Ack ack = alert.ack();
        return ack == null ? null : ack.since();
    }

    /** Each value is compared with the others once, not once for each pair of rows. */
    private static List<TriageRow> byText(List<TriageRow> rows, SortBy sort, Scene scene) {
        Map<String, Integer> places = new HashMap<>();
        List<String> texts = new ArrayList<>(rows.size());
        for (TriageRow row : rows) {
            String text = Field.text(sort.field(), row.shown(), scene);
            texts.add(text);
            places.put(text, Integer.MAX_VALUE);
        }
        places.remove("");
        List<String> values = sorted(places.keySet());
        for (int i = 0; i < values.size(); i++) {
            places.put(values.get(i), sort.descending() ? values.size() - i : i);
        }
        List<Placed> placed = new ArrayList<>(rows.size());
        for (int i = 0; i < texts.size(); i++) {
            placed.add(new Placed(places.getOrDefault(texts.get(i), Integer.MAX_VALUE), rows.get(i)));
        }
        placed.sort(Comparator.comparingInt(Placed::place)
                .thenComparing(one -> one.row().shown(), TIES));
        return placed.stream().map(Placed::row).toList();
    }

    /** In natural order, whose keys are made once. */
    private static List<String> sorted(Set<String> values) {
        record Keyed(String key, String value) {}

        List<Keyed> keyed = new ArrayList<>(values.size());
        values.forEach(value -> keyed.add(new Keyed(NaturalOrder.key(value), value)));
        keyed.sort(Comparator.comparing(Keyed::key).thenComparing(Keyed::value));
        return keyed.stream().map(Keyed::value).toList();
    }
}
