package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a route inherits: whom it tells, by what it groups, and when (alerts guide R1, R2).
 *
 * @param by names of labels in the order written; {@code ["..."]} groups by all labels
 */
public record Grouping(
        String receiver, List<String> by, Duration groupWait, Duration groupInterval, Duration repeatInterval) {

    static final List<String> ALL = List.of("...");
    static final Grouping DEFAULT =
            new Grouping("", List.of(), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(4));

    public Grouping {
        by = List.copyOf(by);
    }

    /** Whether each set of labels is a group of its own. */
    public boolean byAll() {
        return by.equals(ALL);
    }

    /** The labels that an alert with these shares with all of its group. */
    public Labels of(Labels labels) {
        return byAll() ? labels : labels.only(new LinkedHashSet<>(by));
    }
}
