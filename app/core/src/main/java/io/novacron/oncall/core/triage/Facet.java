package io.novacron.oncall.core.triage;

import java.util.List;

/**
 * The values of one field and how many alerts have each.
 *
 * @param values the most frequent first; of severities the worst, of states and categories in their own order
 */
public record Facet(Field field, List<Value> values) {

    /** One value; its text is empty for alerts that have nothing there. */
    public record Value(String text, int count) {}

    public Facet {
        values = List.copyOf(values);
    }
}
