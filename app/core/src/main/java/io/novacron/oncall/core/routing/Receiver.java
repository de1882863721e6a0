package io.novacron.oncall.core.routing;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is told.
 *
 * @param labels its name among them
 * @param integrations in the order in which the server tells them
 */
public record Receiver(String name, SortedMap<String, String> labels, List<Integration> integrations) {

    public Receiver {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        integrations = List.copyOf(integrations);
    }

    /** Whether one of its ways is made to wake a person. */
    public boolean pages() {
        return integrations.stream().anyMatch(one -> one.channel().pages());
    }
}
