package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.estate.Estate;
import io.novacron.oncall.demo.scenario.Clue;
import io.novacron.oncall.demo.scenario.Scenario;
import io.novacron.oncall.demo.scenario.Scenarios;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The causes of the scenarios are found by calls of the command line alone: those of their truth sheets. */
class ScenarioCluesTests {

    private static final long SEED = 7;
    /** Logs are indexed in the background, and a storm takes its time to be read. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Stream<Scenario> scenarios() {
        return Scenarios.all().stream().filter(one -> !one.effects().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyCallOfTheTruthSheetFindsWhatItSays(Scenario scenario) {
        assertThat(scenario.truth().clues()).isNotEmpty();
        try (Estate estate = open(List.of(new Estate.Begun(scenario, Duration.ofMinutes(10))))) {
            for (Clue clue : scenario.truth().clues()) {
                await(clue.line())
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertThat(run(estate, clue).out()).contains(clue.finds()));
            }
        }
    }

    @Test
    void theSameCallsFindNothingInCalm() {
        try (Estate estate = open(List.of())) {
            for (Scenario scenario : Scenarios.all()) {
                for (Clue clue : scenario.truth().clues()) {
                    OncallRun run = run(estate, clue);
                    assertThat(run.exit()).as(clue.line() + run.err()).isZero();
                    assertThat(run.out()).as(clue.line()).doesNotContain(clue.finds());
                }
            }
        }
    }

    private static Estate open(List<Estate.Begun> begun) {
        return Estate.open(new Estate.Options(SEED, begun, 0, "ana", false), Clock.system());
    }

    private static OncallRun run(Estate estate, Clue clue) {
        return OncallRun.of(estate.config(), Map.of(), clue.arguments().toArray(String[]::new));
    }
}
