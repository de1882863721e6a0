package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.text.Visible;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names and values that live alerts carry, to pick from. Values that a field cannot show as they are stay out. Pure.
///
/// @param names most frequent first
record LabelCounts(List<Count> names, Map<String, List<Count>> values) {
    /// A text and how many alerts carry it.
    record Count(String text, int alerts) {}

    static final LabelCounts NONE = new LabelCounts(List.of(), Map.of());
    private static final int MOST = 200;

    static LabelCounts of(List<Alert> alerts) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (Alert alert : alerts) {
            alert.labels()
                    .byName()
                    .forEach((name, value) ->
                            counts.computeIfAbsent(name, any -> new HashMap<>()).merge(value, 1, Integer::sum));
        }
        Map<String, Integer> names = new HashMap<>();
        Map<String, List<Count>> values = new HashMap<>();
        counts.forEach((name, ofName) -> {
            names.put(name, ofName.values().stream().mapToInt(Integer::intValue).sum());
            values.put(name, sorted(ofName));
        });
        return new LabelCounts(sorted(names), Map.copyOf(values));
    }

    private static List<Count> sorted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> plain(entry.getKey()))
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Count::alerts).reversed().thenComparing(Count::text))
                .limit(MOST)
                .toList();
    }

    /// True for a text that a field shows as it is and keeps as it is.
    static boolean plain(String text) {
        return !Visible.suspicious(text) && text.chars().noneMatch(Character::isISOControl);
    }
}
