package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.routing.RoutingBook;
import java.util.List;

/** How rows are put together: by nothing (one group), by the values of fields, or as Alertmanager does. */
public sealed interface Grouping {

    Grouping FLAT = new Flat();

    /** All rows in one group without a header. */
    record Flat() implements Grouping {}

    /** One group for each combination of values. An alert with several values in a field stands in the group of all of them. */
    record By(List<Field> fields) implements Grouping {
        public By {
            fields = List.copyOf(fields);
        }
    }

    /**
     * As Alertmanager itself groups what it tells: by the ways of the alert through the routing tree and the labels that these
     * group by. An alert on several ways stands in one group, that of all of them, and is counted once (alerts guide A2).
     */
    record Alertmanagers(RoutingBook book) implements Grouping {}
}
