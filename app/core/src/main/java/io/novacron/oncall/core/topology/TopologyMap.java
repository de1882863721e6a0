package io.novacron.oncall.core.topology;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.trace.Dependency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes one picture of what the sources know: services and calls from Jaeger, health from the targets Prometheus scrapes
 * (topology guide §8, §9). The order of what comes in changes nothing.
 */
public final class TopologyMap {

    private static final String NOISE = "jaeger";

    private record Name(String cluster, String service) implements Comparable<Name> {

        String id() {
            return cluster.isEmpty() ? service : cluster + "/" + service;
        }

        @Override
        public int compareTo(Name other) {
            return id().compareTo(other.id());
        }
    }

    private TopologyMap() {}

    public static Topology of(List<TracedCalls> calls, List<ScrapedTargets> scrapes, Instant now) {
        Set<Name> names = new TreeSet<>();
        Set<String> hidden = new TreeSet<>();
        Map<String, CallEdge> edges = new TreeMap<>();
        for (TracedCalls source : calls) {
            source.services().forEach(service -> add(source, service, names, hidden));
            for (Dependency dependency : dependencies(source)) {
                boolean parent = add(source, dependency.parent(), names, hidden);
                boolean child = add(source, dependency.child(), names, hidden);
                if (parent && child) {
                    CallEdge edge = edge(source, dependency);
                    edges.merge(edge.from() + "\n" + edge.to(), edge, TopologyMap::join);
                }
            }
        }
        List<ServiceNode> nodes =
                names.stream().map(name -> node(name, scrapes, now)).toList();
        return new Topology(nodes, List.copyOf(edges.values()), List.copyOf(hidden), notes(calls));
    }

    /** True where the service belongs on the picture. */
    private static boolean add(TracedCalls source, String service, Set<Name> names, Set<String> hidden) {
        if (service.equals(NOISE) || service.startsWith(NOISE + "-")) {
            hidden.add(service);
            return false;
        }
        names.add(new Name(source.cluster(), service));
        return true;
    }

    private static List<Dependency> dependencies(TracedCalls source) {
        List<Dependency> known = source.dependencies();
        return known == null ? List.of() : known;
    }

    private static CallEdge edge(TracedCalls source, Dependency dependency) {
        String from = new Name(source.cluster(), dependency.parent()).id();
        String to = new Name(source.cluster(), dependency.child()).id();
        return new CallEdge(
                from,
                to,
                "calls",
                dependency.callCount(),
                null,
                null,
                null,
                source.observedAt(),
                List.of(source.source()));
    }

    private static CallEdge join(CallEdge one, CallEdge other) {
        Set<String> provenance = new TreeSet<>(one.provenance());
        provenance.addAll(other.provenance());
        Instant last = one.lastSeen().isAfter(other.lastSeen()) ? one.lastSeen() : other.lastSeen();
        return new CallEdge(
                one.from(),
                one.to(),
                one.kind(),
                one.calls() + other.calls(),
                null,
                null,
                null,
                last,
                List.copyOf(provenance));
    }

    private static ServiceNode node(Name name, List<ScrapedTargets> scrapes, Instant now) {
        ServiceHealth health = ServiceHealth.of(name.service(), name.cluster(), scrapes, now);
        return new ServiceNode(
                name.id(),
                "service",
                name.service(),
                name.cluster(),
                health.health(),
                health.rule(),
                health.evidence());
    }

    private static List<String> notes(List<TracedCalls> calls) {
        List<String> notes = new ArrayList<>();
        for (TracedCalls source : calls) {
            List<Dependency> known = source.dependencies();
            if (known != null && known.isEmpty() && !source.services().isEmpty()) {
                notes.add(Visible.line(source.source(), 100) + " knows "
                        + source.services().size()
                        + " services but no calls between them; with Elasticsearch or Cassandra storage its"
                        + " dependency job may not have run");
            }
        }
        return notes;
    }
}
