package io.novacron.oncall.demo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.metric.MetricCatalog;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.rule.ActiveAlert;
import io.novacron.oncall.demo.rule.AlertPhase;
import io.novacron.oncall.demo.rule.Past;
import io.novacron.oncall.demo.rule.RuleEngine;
import io.novacron.oncall.demo.rule.RuleGroup;
import io.novacron.oncall.demo.rule.RuleReport;
import io.novacron.oncall.demo.rule.ShippedRules;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules on the metrics of the platform, in virtual time: what fires while each scenario runs, and what before and after. */
class ScenarioAlertsTests {

    private static final long SEED = 7;
    private static final Platform PLATFORM = Platform.of(SEED);
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final List<RuleGroup> RULES = ShippedRules.groups(Duration.ofSeconds(15));
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    static Stream<Scenario> firing() {
        return Scenarios.all().stream().filter(one -> !one.truth().fires().isEmpty());
    }

    /** The replica has no gap at these times: a gap makes alerts end, and the other replica go on. */
    @ParameterizedTest
    @MethodSource("firing")
    void theAlertsOfTheTruthSheetFireWithinTenMinutesAndEndAfterTheScenario(Scenario scenario) {
        String cluster = scenario.truth().fires().getFirst().cluster();
        Timeline past = new Timeline(Scenarios.past(START, SEED));
        Timeline running = past.started(scenario.begun(START));
        AtomicReference<World> world = new AtomicReference<>(new World(PLATFORM, running));
        RuleEngine engine = engine(world, cluster);

        assertThat(ticked(engine, START.minus(Duration.ofMinutes(1)), START, STEP))
                .as("before")
                .containsExactly("Watchdog");
        assertThat(ticked(engine, START, START.plus(Duration.ofMinutes(3)), STEP))
                .as("after three minutes")
                .hasSizeGreaterThan(1);
        Instant stop = START.plus(Duration.ofMinutes(10));
        ticked(engine, START.plus(Duration.ofMinutes(3)), stop, STEP);
        assertThat(fires(engine)).as("after ten minutes").containsAll(alerts(scenario));
        assertThat(reports(engine))
                .allSatisfy(report ->
                        assertThat(report.lastError()).as(report.rule().name()).isEmpty());
        world.set(new World(PLATFORM, running.stopped(scenario.name(), stop)));
        ticked(engine, stop, stop.plus(Duration.ofMinutes(8)), Duration.ofMinutes(1));
        assertThat(fires(engine))
                .as("some minutes after its end")
                .contains("Watchdog")
                .doesNotContainAnyElementsOf(alerts(scenario));
    }

    @ParameterizedTest
    @CsvSource({"eu-west, 2026-11-18T12:30:00Z", "us-east, 2026-11-21T07:30:00Z", "ap-south, 2026-11-22T06:30:00Z"})
    void inCalmNothingFiresButTheWatchdog(String cluster, Instant from) {
        AtomicReference<World> world = new AtomicReference<>(new World(PLATFORM, Timeline.QUIET));
        RuleEngine engine = engine(world, cluster);
        Set<String> seen = ticked(engine, from, from.plus(Duration.ofMinutes(20)), Duration.ofMinutes(1));
        assertThat(seen).containsExactly("Watchdog");
    }

    private static RuleEngine engine(AtomicReference<World> world, String cluster) {
        MetricCatalog catalog = new MetricCatalog(world::get, PLATFORM.cluster(cluster), "a");
        Labels external = Labels.of(Map.of("cluster", cluster, "replica", "a"));
        return new RuleEngine(RULES, catalog.store(), external, Past.none(0), Clock.system());
    }

    /** Lets time pass and answers what fired at any time of it. */
    private static Set<String> ticked(RuleEngine engine, Instant from, Instant to, Duration step) {
        Set<String> seen = new TreeSet<>();
        for (Instant at = from; at.isBefore(to); at = at.plus(step)) {
            engine.tick(at);
            seen.addAll(fires(engine));
        }
        return seen;
    }

    private static Set<String> fires(RuleEngine engine) {
        return reports(engine)
                .filter(report ->
                        report.alerts().stream().map(ActiveAlert::phase).anyMatch(AlertPhase.FIRING::equals))
                .map(report -> report.rule().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<RuleReport> reports(RuleEngine engine) {
        return engine.reports().stream().flatMap(group -> group.rules().stream());
    }

    private static List<String> alerts(Scenario scenario) {
        return scenario.truth().fires().stream().map(Firing::alert).toList();
    }
}
