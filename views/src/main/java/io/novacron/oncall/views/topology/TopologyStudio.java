package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.fetch.TraceReads;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.topology.ScrapedTargets;
import io.novacron.oncall.core.topology.Topology;
import io.novacron.oncall.core.topology.TopologyMap;
import io.novacron.oncall.core.topology.TracedCalls;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.topology.CallsKnown.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the picture from what the sources said last. One call at a time, on a worker thread; it keeps the places of
/// all cards from picture to picture.
final class TopologyStudio {
    private final Monitor monitor;
    private final Clock clock;
    private final CallsKnown calls;
    private Placement placement = Placement.NONE;

    TopologyStudio(Monitor monitor, List<TraceReads> reads, Clock clock, Runnable changed) {
        this.monitor = monitor;
        this.clock = clock;
        calls = new CallsKnown(reads, clock, changed);
    }

    /// Blocks while a first layout is made.
    synchronized TopologyPicture picture() {
        calls.refresh();
        Instant now = clock.now();
        Map<String, Known> known = calls.now();
        List<SourceStatus> statuses = monitor.statuses();
        Topology topology = TopologyMap.of(traced(statuses, known), scraped(statuses), now);
        List<String> ids = topology.nodes().stream().map(node -> node.id()).toList();
        if (ids.isEmpty() || (placement.spots().isEmpty() && unanswered(known))) {
            return nothing(statuses, topology);
        }
        placement = Placer.place(placement, ids, Link.of(topology.edges()));
        return new TopologyPicture(
                topology, placement, "", false, edgesProblem(statuses, known, now), healthProblem(statuses, now));
    }

    /// The very first layout waits for the calls: without them it would be a heap that then never gets its order.
    private static boolean unanswered(Map<String, Known> known) {
        return known.values().stream()
                .anyMatch(each -> each.calls() == null && each.problem().isEmpty());
    }

    private List<TracedCalls> traced(List<SourceStatus> statuses, Map<String, Known> known) {
        List<TracedCalls> traced = new ArrayList<>();
        monitor.traces().forEach((source, snapshot) -> {
            Known told = known.get(source);
            traced.add(new TracedCalls(
                    source,
                    cluster(statuses, source),
                    snapshot.value().services(),
                    told == null ? null : told.calls(),
                    told == null ? snapshot.observedAt() : told.observedAt()));
        });
        return traced;
    }

    private List<ScrapedTargets> scraped(List<SourceStatus> statuses) {
        List<ScrapedTargets> scraped = new ArrayList<>();
        monitor.metrics()
                .forEach((source, snapshot) -> scraped.add(new ScrapedTargets(
                        source, cluster(statuses, source), snapshot.value().targets(), snapshot.observedAt())));
        return scraped;
    }

    /// A source whose cluster is not configured carries its own name there; that is no cluster.
    private static String cluster(List<SourceStatus> statuses, String source) {
        return statuses.stream()
                .filter(status ->
                        status.name().equals(source) && !status.cluster().equals(source))
                .map(SourceStatus::cluster)
                .findFirst()
                .orElse("");
    }

    private TopologyPicture nothing(List<SourceStatus> statuses, Topology topology) {
        List<SourceStatus> jaegers = of(statuses, SourceKind.JAEGER);
        if (jaegers.isEmpty()) {
            return waiting(
                    topology, "No Jaeger is configured; a [[source]] of kind \"jaeger\" brings the services.", true);
        }
        List<SourceStatus> failing =
                jaegers.stream().filter(TopologyStudio::failing).toList();
        if (!monitor.traces().isEmpty()) {
            boolean asking = !topology.nodes().isEmpty();
            return waiting(
                    topology,
                    asking ? "Asking Jaeger for the calls between its services…" : "Jaeger knows no service yet.",
                    false);
        }
        SourceStatus worst = failing.isEmpty() ? null : failing.getFirst();
        if (worst == null || worst.reason().isEmpty() || worst.state() == SourceState.LATE) {
            return TopologyPicture.NOTHING;
        }
        return waiting(topology, worst.name() + ": " + worst.reason() + ".", true);
    }

    private static TopologyPicture waiting(Topology topology, String sentence, boolean failed) {
        Topology none = new Topology(List.of(), List.of(), topology.hidden(), topology.notes());
        return new TopologyPicture(none, Placement.NONE, sentence, failed, "", "");
    }

    private String edgesProblem(List<SourceStatus> statuses, Map<String, Known> known, Instant now) {
        for (SourceStatus status : of(statuses, SourceKind.JAEGER)) {
            Known told = known.get(status.name());
            if (failing(status)) {
                return "Calls" + since(status, now) + "; " + status.name() + ": " + status.reason();
            }
            if (told != null && !told.problem().isEmpty()) {
                String age =
                        told.calls() == null ? " unknown" : " as of " + Age.between(told.observedAt(), now) + " ago";
                return "Calls" + age + "; " + status.name() + ": " + told.problem();
            }
        }
        return "";
    }

    private String healthProblem(List<SourceStatus> statuses, Instant now) {
        List<SourceStatus> all = of(statuses, SourceKind.PROMETHEUS);
        if (all.isEmpty()) {
            return "Health unknown; no Prometheus is configured";
        }
        return all.stream()
                .filter(TopologyStudio::failing)
                .findFirst()
                .map(status -> "Health" + since(status, now) + "; " + status.name() + ": " + status.reason())
                .orElse("");
    }

    private static String since(SourceStatus status, Instant now) {
        Instant last = status.lastGood();
        return last == null ? " unknown" : " as of " + Age.between(last, now) + " ago";
    }

    private static boolean failing(SourceStatus status) {
        return status.state().compareTo(SourceState.LATE) <= 0;
    }

    private static List<SourceStatus> of(List<SourceStatus> statuses, SourceKind kind) {
        return statuses.stream().filter(status -> status.kind() == kind).toList();
    }
}
