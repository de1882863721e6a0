package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.trace.Dependency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts calls between services. */
final class Calls {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    void add(String parent, String child, long times) {
        counts.computeIfAbsent(parent, _ -> new TreeMap<>()).merge(child, times, Long::sum);
    }

    /** Sorted by parent, then child. */
    List<Dependency> all() {
        List<Dependency> all = new ArrayList<>();
        counts.forEach((parent, children) ->
                children.forEach((child, count) -> all.add(new Dependency(parent, child, count))));
        return all;
    }
}
