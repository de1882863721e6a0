package io.novacron.oncall.demo.trace;

import io.novacron.oncall.demo.operation.Kind;
import io.novacron.oncall.demo.operation.Step;
import io.novacron.oncall.demo.platform.Service;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which spans there can be at all: what a search for anything else need not look for. */
public final class Vocabulary {

    private static final Map<String, Map<String, Set<Kind>>> KINDS = new TreeMap<>();
    private static final Map<String, Map<String, Set<String>>> SPAN_KINDS = new HashMap<>();

    static {
        for (Kind kind : Kind.values()) {
            for (Step way : kind.ways()) {
                read(kind, null, way);
            }
        }
    }

    private Vocabulary() {}

    /** All services that ever make a span, sorted. */
    public static Set<String> services() {
        return KINDS.keySet();
    }

    /** The names of a service's spans with their span kinds; empty for a service that is not one of ours. */
    public static Map<String, Set<String>> operations(String service) {
        return SPAN_KINDS.getOrDefault(service, Map.of());
    }

    /** The kinds of operations that may have such a span; {@code operation} empty for any. */
    public static Set<Kind> kinds(String service, String operation) {
        Map<String, Set<Kind>> named = KINDS.getOrDefault(service, Map.of());
        if (!operation.isEmpty()) {
            return named.getOrDefault(operation, Set.of());
        }
        Set<Kind> all = EnumSet.noneOf(Kind.class);
        named.values().forEach(all::addAll);
        return all;
    }

    /** True if a span, an event or a process of ours can have a tag of that name. */
    public static boolean knows(String key) {
        return Tags.KEYS.contains(key);
    }

    private static void read(Kind kind, @Nullable Service caller, Step step) {
        boolean call = step.service() != caller;
        boolean served = call && (caller != null || kind.method() != null);
        note(kind, step.service(), step.name(), served ? "server" : "internal");
        if (call && caller != null) {
            note(kind, caller, step.name(), "client");
        }
        step.steps().forEach(below -> read(kind, step.service(), below));
    }

    private static void note(Kind kind, Service service, String name, String spanKind) {
        KINDS.computeIfAbsent(service.label(), _ -> new HashMap<>())
                .computeIfAbsent(name, _ -> EnumSet.noneOf(Kind.class))
                .add(kind);
        SPAN_KINDS
                .computeIfAbsent(service.label(), _ -> new TreeMap<>())
                .computeIfAbsent(name, _ -> new TreeSet<>())
                .add(spanKind);
    }
}
