package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code absent} and {@code absent_over_time} answer. */
final class Absence {

    private Absence() {}

    /** 1 at each step where no track has a value, with the labels that the argument's matchers ask for. */
    static List<Track> of(List<Track> present, Expr argument, int steps) {
        Track absent = Track.empty(labels(argument), steps);
        for (int step = 0; step < steps; step++) {
            int at = step;
            if (present.stream().noneMatch(track -> track.has(at))) {
                absent.values()[step] = 1;
            }
        }
        return absent.isEmpty() ? List.of() : List.of(absent);
    }

    /** Of a selector the labels with exactly one matcher that demands equality; of all else none. */
    private static Labels labels(Expr argument) {
        return switch (argument) {
            case Expr.Parentheses parentheses -> labels(parentheses.inner());
            case Expr.Selector selector -> equalities(selector.matchers());
            case Expr.Range range -> equalities(range.selector().matchers());
            default -> Labels.NONE;
        };
    }

    private static Labels equalities(List<LabelMatcher> matchers) {
        Map<String, String> labels = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (LabelMatcher matcher : matchers) {
            if (matcher.name().equals("__name__")) {
                continue;
            }
            boolean first = seen.add(matcher.name());
            labels.put(matcher.name(), first && matcher.op() == LabelMatcher.Op.EQUAL ? matcher.value() : "");
        }
        labels.values().removeIf(String::isEmpty);
        return Labels.of(labels);
    }
}
