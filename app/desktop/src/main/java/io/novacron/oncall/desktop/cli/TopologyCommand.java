package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.topology.CallEdge;
import io.novacron.oncall.core.topology.Evidence;
import io.novacron.oncall.core.topology.ScrapedTargets;
import io.novacron.oncall.core.topology.ServiceNode;
import io.novacron.oncall.core.topology.Topology;
import io.novacron.oncall.core.topology.TopologyMap;
import io.novacron.oncall.core.topology.TracedCalls;
import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.TopologyDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(name = "topology", description = "Services, the calls between them, and their health with its evidence.")
final class TopologyCommand extends SourceCommand {

    /** How far back calls are counted. */
    private static final Duration LOOKBACK = Duration.ofHours(1);

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        List<TraceSource> sources =
                Choice.some(SourceKind.JAEGER, parts.sources().traces());
        Statuses statuses = Statuses.ask(parts);
        List<String> failures = new ArrayList<>();
        List<TracedCalls> traced = traced(parts, sources, statuses, failures);
        List<ScrapedTargets> scraped = new ArrayList<>();
        parts.monitor()
                .metrics()
                .forEach((source, snapshot) -> scraped.add(new ScrapedTargets(
                        source, cluster(statuses, source), snapshot.value().targets(), snapshot.observedAt())));
        Topology topology = TopologyMap.of(traced, scraped, parts.clock().now());
        answer(TopologyDocument.of(topology, statuses.documents(parts)), readable(topology));
        statuses.tell(console());
        failures.forEach(console()::message);
        topology.notes().forEach(console()::message);
        return statuses.anyFailed() || !failures.isEmpty() ? Exit.SOURCE : Exit.DONE;
    }

    private static List<TracedCalls> traced(
            Composition parts, List<TraceSource> sources, Statuses statuses, List<String> failures) {
        Instant now = parts.clock().now();
        var answered = parts.monitor().traces();
        List<TracedCalls> traced = new ArrayList<>();
        for (TraceSource source : sources) {
            var snapshot = answered.get(source.name());
            if (snapshot == null) {
                continue;
            }
            List<Dependency> dependencies = null;
            switch (source.dependencies(now, LOOKBACK)) {
                case Fetched.Answer<List<Dependency>> answer -> dependencies = answer.value();
                case Fetched.Failure<List<Dependency>>(SourceError error) ->
                    failures.add("calls of " + source.name() + " are missing: " + error.sentence());
            }
            traced.add(new TracedCalls(
                    source.name(),
                    cluster(statuses, source.name()),
                    snapshot.value().services(),
                    dependencies,
                    now));
        }
        return traced;
    }

    /** A source whose cluster is not configured carries its own name there; that is no cluster. */
    private static String cluster(Statuses statuses, String source) {
        return statuses.all().stream()
                .filter(status ->
                        status.name().equals(source) && !status.cluster().equals(source))
                .map(SourceStatus::cluster)
                .findFirst()
                .orElse("");
    }

    private static String readable(Topology topology) {
        if (topology.nodes().isEmpty()) {
            return "no service known";
        }
        Table nodes = new Table("SERVICE", "HEALTH", "EVIDENCE");
        for (ServiceNode node : topology.nodes()) {
            String evidence = node.evidence().stream().map(Evidence::value).collect(Collectors.joining(", "));
            nodes.row(node.id(), node.health().word(), evidence);
        }
        Table edges = new Table("FROM", "TO", "CALLS");
        for (CallEdge edge : topology.edges()) {
            edges.row(edge.from(), edge.to(), String.valueOf(edge.calls()));
        }
        String hidden = topology.hidden().isEmpty()
                ? ""
                : "\n\nleft out: " + Visible.line(String.join(", ", topology.hidden()));
        return nodes.text() + "\n\n" + edges.text() + hidden;
    }
}
