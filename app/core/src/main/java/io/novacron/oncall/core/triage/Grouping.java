package io.novacron.oncall.core.triage;

import java.util.List;

/** How rows are put together: by nothing (one group), or by the values of fields. */
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
}
