package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.SourceState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was wrong with rows that were kept all the same, counted by kind. One answer, one thread. */
final class Flaws {

    private final Map<String, Integer> counts = new TreeMap<>();

    /** @param what for instance {@code alert without labels} */
    void add(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Nothing where nothing was wrong, else one condition that names every kind with its count. */
    List<Condition> conditions(String member) {
        if (counts.isEmpty()) {
            return List.of();
        }
        StringBuilder sentence = new StringBuilder(member).append(" sent incomplete rows");
        String separator = ": ";
        for (Map.Entry<String, Integer> kind : counts.entrySet()) {
            sentence.append(separator).append(kind.getValue()).append(" × ").append(kind.getKey());
            separator = ", ";
        }
        return List.of(new Condition(SourceState.PARTIAL, sentence.toString()));
    }
}
