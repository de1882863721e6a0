package io.novacron.oncall.demo.alertmanager.config;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a route inherits: whom it tells, by what it groups, and when (alerts guide R1, R2). */
public record Grouping(
        String receiver,
        Set<String> by,
        boolean byAll,
        Duration groupWait,
        Duration groupInterval,
        Duration repeatInterval) {

    static final Grouping DEFAULT =
            new Grouping("", Set.of(), false, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(4));

    public Grouping {
        by = Set.copyOf(by);
    }

    /** The labels that an alert with these shares with all of its group. */
    public Labels of(Labels labels) {
        if (byAll) {
            return labels;
        }
        SortedMap<String, String> shared = new TreeMap<>();
        for (String name : by) {
            if (labels.has(name)) {
                shared.put(name, labels.get(name));
            }
        }
        return new Labels(shared);
    }
}
