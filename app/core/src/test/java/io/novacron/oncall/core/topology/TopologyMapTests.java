package io.novacron.oncall.core.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.Target;
import io.novacron.oncall.core.trace.Dependency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyMapTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant FRESH = NOW.minusSeconds(10);

    @ParameterizedTest
    @CsvSource({
        "'up,up,up',HEALTHY",
        "'up,down',DEGRADED",
        "'down,down',DOWN",
        "'unknown',UNKNOWN",
        "'up,unknown',DEGRADED",
        "'down,unknown',DOWN"
    })
    void healthFollowsFromTheTargetsOfAService(String healths, Health expected) {
        List<Target> targets = new ArrayList<>();
        for (String health : healths.split(",", -1)) {
            targets.add(target("job", "api", health, FRESH));
        }
        assertThat(node(targets).health()).isEqualTo(expected);
    }

    @Test
    void aServiceWithoutATargetIsUnknownAndSaysWhy() {
        ServiceNode node = node(List.of(target("job", "other", "up", FRESH)));
        assertThat(node.health()).isEqualTo(Health.UNKNOWN);
        assertThat(node.rule()).contains("no scrape target").contains("api");
        assertThat(node.evidence()).isEmpty();
    }

    @Test
    void aTargetThatWasNotScrapedLatelyIsNotGreen() {
        ServiceNode node = node(List.of(target("job", "api", "up", NOW.minus(Duration.ofMinutes(3)))));
        assertThat(node.health()).isEqualTo(Health.UNKNOWN);
        assertThat(node.evidence().getFirst())
                .isEqualTo(new Evidence("up{job=\"api\"} on prom", "0 of 1 target up, 1 not scraped lately", 180L));
    }

    @Test
    void anOldSnapshotOfAHealthySourceKeepsItsVerdictAndTellsItsAge() {
        Instant then = NOW.minus(Duration.ofHours(1));
        var scrapes = new ScrapedTargets("prom", "", List.of(target("job", "api", "up", then.minusSeconds(5))), then);
        ServiceNode node = TopologyMap.of(List.of(calls("jaeger", "", "api")), List.of(scrapes), NOW)
                .nodes()
                .getFirst();
        assertThat(node.health()).isEqualTo(Health.HEALTHY);
        assertThat(node.evidence().getFirst().ageSeconds()).isEqualTo(3605L);
    }

    @Test
    void theEvidenceNamesQueryCountAndWhatIsDown() {
        ServiceNode node =
                node(List.of(target("service", "api", "up", FRESH), target("service", "api", "down", FRESH)));
        assertThat(node.evidence())
                .containsExactly(
                        new Evidence("up{service=\"api\"} on prom", "1 of 2 targets up", 10L),
                        new Evidence("api:9090", "down: connection refused", 10L));
    }

    @Test
    void aJobGoesBeforeAServiceLabelAndThatBeforeAComponent() {
        ServiceNode node = node(List.of(
                target("component", "api", "down", FRESH),
                target("job", "api", "up", FRESH),
                target("service", "api", "down", FRESH)));
        assertThat(node.health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void targetsOfAnotherClusterProveNothing() {
        var scrapes = new ScrapedTargets("prom", "us", List.of(target("job", "api", "up", FRESH)), NOW);
        Topology topology = TopologyMap.of(List.of(calls("jaeger", "eu", "api")), List.of(scrapes), NOW);
        assertThat(topology.nodes().getFirst().health()).isEqualTo(Health.UNKNOWN);
        assertThat(topology.nodes().getFirst().id()).isEqualTo("eu/api");
    }

    @Test
    void aServiceThatOnlyDependenciesNameIsThereToo() {
        Topology topology = TopologyMap.of(
                List.of(calls("jaeger", "", List.of(new Dependency("api", "db", 7)), "api")), List.of(), NOW);
        assertThat(topology.nodes()).extracting(ServiceNode::id).containsExactly("api", "db");
        CallEdge edge = topology.edges().getFirst();
        assertThat(edge.calls()).isEqualTo(7);
        assertThat(edge.provenance()).containsExactly("jaeger");
        assertThat(edge.lastSeen()).isEqualTo(NOW);
        assertThat(edge.rate()).isNull();
    }

    @Test
    void aPairOfOneServiceIsKeptAndMarked() {
        Topology topology = TopologyMap.of(
                List.of(calls("jaeger", "", List.of(new Dependency("api", "api", 3)), "api")), List.of(), NOW);
        assertThat(topology.edges()).singleElement().matches(CallEdge::self);
    }

    @Test
    void theTracersOwnServicesAreLeftOutAndNamed() {
        var calls = calls(
                "jaeger", "", List.of(new Dependency("api", "jaeger-query", 1)), "jaeger", "jaeger-all-in-one", "api");
        Topology topology = TopologyMap.of(List.of(calls), List.of(), NOW);
        assertThat(topology.nodes()).extracting(ServiceNode::name).containsExactly("api");
        assertThat(topology.edges()).isEmpty();
        assertThat(topology.hidden()).containsExactly("jaeger", "jaeger-all-in-one", "jaeger-query");
    }

    @Test
    void noCallsAtAllAreExplainedAndTheServicesStay() {
        Topology topology = TopologyMap.of(List.of(calls("jaeger", "", List.of(), "api", "db")), List.of(), NOW);
        assertThat(topology.nodes()).hasSize(2);
        assertThat(topology.notes())
                .singleElement()
                .asString()
                .contains("jaeger")
                .contains("job may not have run");
    }

    @Test
    void dependenciesThatHaveNotComeAreNotTakenForNone() {
        assertThat(TopologyMap.of(List.of(calls("jaeger", "", null, List.of("api"))), List.of(), NOW)
                        .notes())
                .isEmpty();
    }

    @Test
    void twoSourcesOfOneClusterAddTheirCalls() {
        Topology topology = TopologyMap.of(
                List.of(
                        calls("j2", "eu", List.of(new Dependency("a", "b", 2)), "a"),
                        calls("j1", "eu", List.of(new Dependency("a", "b", 3)), "a")),
                List.of(),
                NOW);
        assertThat(topology.edges()).singleElement().satisfies(edge -> {
            assertThat(edge.calls()).isEqualTo(5);
            assertThat(edge.provenance()).containsExactly("j1", "j2");
        });
    }

    @Test
    void theOrderOfWhatComesInChangesNothing() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        List<Dependency> dependencies = new ArrayList<>();
        List<String> services = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            services.add("s" + i);
            dependencies.add(new Dependency("s" + random.nextInt(30), "s" + random.nextInt(30), random.nextInt(900)));
        }
        Topology first = TopologyMap.of(List.of(calls("j", "", dependencies, services)), List.of(), NOW);
        Collections.shuffle(dependencies, random);
        Collections.shuffle(services, random);
        Topology second = TopologyMap.of(List.of(calls("j", "", dependencies, services)), List.of(), NOW);
        assertThat(second).as("seed %s", seed).isEqualTo(first);
    }

    private static ServiceNode node(List<Target> targets) {
        return TopologyMap.of(
                        List.of(calls("jaeger", "", "api")), List.of(new ScrapedTargets("prom", "", targets, NOW)), NOW)
                .nodes()
                .getFirst();
    }

    private static TracedCalls calls(String source, String cluster, String... services) {
        return calls(source, cluster, List.of(new Dependency(services[0], services[0], 1)), services);
    }

    private static TracedCalls calls(
            String source, String cluster, @Nullable List<Dependency> dependencies, String... services) {
        return calls(source, cluster, dependencies, List.of(services));
    }

    private static TracedCalls calls(
            String source, String cluster, @Nullable List<Dependency> dependencies, List<String> services) {
        return new TracedCalls(source, cluster, services, dependencies, NOW);
    }

    private static Target target(String label, String value, String health, Instant scraped) {
        String error = health.equals("down") ? "connection refused" : "";
        return new Target(
                Labels.of(Map.of(label, value, "instance", value + ":9090")),
                "http://" + value + ":9090/metrics",
                health,
                error,
                scraped);
    }
}
