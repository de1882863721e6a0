package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Labels;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The labels that all of some alerts have with the same value. */
final class SharedLabels {

    private @Nullable Map<String, String> shared;

    void add(Labels labels) {
        if (shared == null) {
            shared = new TreeMap<>(labels.byName());
            // a missing label equals the empty one, and neither is worth a word
            shared.values().removeIf(String::isEmpty);
        } else if (!shared.isEmpty()) {
            shared.entrySet()
                    .removeIf(label ->
                            !labels.get(label.getKey()).equals(label.getValue()) || !labels.has(label.getKey()));
        }
    }

    Labels labels() {
        return shared == null ? Labels.NONE : Labels.of(shared);
    }
}
