package io.novacron.oncall.demo.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenariosTests {

    private static final Instant BORN = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theNamesAreThoseOfTheCommandLine() {
        assertThat(Scenarios.all())
                .extracting(Scenario::name)
                .containsExactly(
                        "calm",
                        "bad-deploy",
                        "storage-latency",
                        "quorum-loss",
                        "migration-storm",
                        "auth-bruteforce",
                        "capacity-exhaustion",
                        "alert-storm",
                        "blind-prometheus",
                        "split-alertmanager",
                        "slow-backends");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Scenarios.named("bad-deploi"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"bad-deploi\"")
                .hasMessageContaining("bad-deploy")
                .hasMessageContaining("slow-backends");
    }

    @Test
    void everyEffectIsAtAPlaceThatExistsAndNoProcessIsOnAWrongNode() {
        Platform platform = Platform.of(7);
        for (Scenario scenario : Scenarios.all()) {
            for (Effect effect : scenario.effects()) {
                Place place = effect.place();
                if (place.cluster() == null
                        || place.node() == null
                        || place.node().length() == 1) {
                    continue;
                }
                assertThat(platform.cluster(place.cluster()).nodes())
                        .as(scenario.name())
                        .anyMatch(node -> node.name().equals(place.node()));
                if (place.service() != null) {
                    assertThat(platform.cluster(place.cluster()).instancesOf(place.service()))
                            .as(scenario.name() + " " + effect)
                            .extracting(Instance::node)
                            .anyMatch(node -> node.name().equals(place.node()));
                }
            }
        }
    }

    @Test
    void everyEffectBeginsWithinTheFirstMinutesAndIsFullAfterTen() {
        for (Scenario scenario : Scenarios.all()) {
            for (Effect effect : scenario.effects()) {
                assertThat(effect.onset().plus(effect.ramp()))
                        .as(scenario.name())
                        .isLessThanOrEqualTo(Duration.ofMinutes(10));
            }
        }
    }

    @Test
    void thePastHasFourIncidentsThatAreOverAndDoNotOverlap() {
        for (long seed = 0; seed < 50; seed++) {
            List<Incident> past = Scenarios.past(BORN, seed);
            assertThat(past).as("seed " + seed).hasSize(4);
            Instant free = BORN.minus(Duration.ofDays(31));
            for (Incident incident : past) {
                assertThat(incident.start()).as("seed " + seed).isAfter(free);
                assertThat(incident.end()).isNotNull();
                free = incident.end();
            }
            assertThat(free).as("seed " + seed).isBefore(BORN.minus(Duration.ofDays(3)));
        }
    }

    @Test
    void thePastIsTheSameForTheSameSeed() {
        assertThat(Scenarios.past(BORN, 3)).isEqualTo(Scenarios.past(BORN, 3)).isNotEqualTo(Scenarios.past(BORN, 4));
    }

    @Test
    void aTruthSheetNamesTheCauseAndHowToFindIt() {
        String sheet = Scenarios.named("storage-latency").sheet();
        assertThat(sheet)
                .startsWith("# VM operations in one cluster became slow (`storage-latency`)\n")
                .contains("**Cause.** The disk of eu-west-n07")
                .contains("- `StorageLatencyHigh` in eu-west\n")
                .contains("## What to do\n\n- Take storage-0 out of the pool");
    }

    @Test
    void aCommandLineIsQuotedForAShell() {
        Clue clue = Clue.query("eu-west", "x", "up{job='api'} > 0");
        assertThat(clue.line())
                .isEqualTo("oncall query 'up{job='\\''api'\\''} > 0' --source prometheus-eu-west --json");
    }
}
