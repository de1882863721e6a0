package io.novacron.oncall.demo.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.demo.scenario.Scenarios;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void itBeginsAMinuteBeforeTheOldestScenario() {
        Past past = Past.of(List.of(begun("bad-deploy", 2), begun("storage-latency", 10)), NOW);
        assertThat(past.start()).isEqualTo(NOW.minus(Duration.ofMinutes(11)));
        assertThat(past.step()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void calmHasNothingToLiveThroughHoweverLongItLasts() {
        assertThat(Past.of(List.of(begun("calm", 600)), NOW).start()).isEqualTo(NOW.minus(Duration.ofMinutes(1)));
        assertThat(Past.of(List.of(), NOW).start()).isEqualTo(NOW.minus(Duration.ofMinutes(1)));
    }

    @Test
    void stepsOfALongPastStayShortEnoughForAlertsToGoOn() {
        Past past = Past.of(List.of(begun("quorum-loss", 100_000)), NOW);
        assertThat(past.start()).isEqualTo(NOW.minus(Duration.ofHours(3)));
        assertThat(past.step()).isLessThan(Duration.ofMinutes(4));
    }

    private static Estate.Begun begun(String scenario, int minutes) {
        return new Estate.Begun(Scenarios.named(scenario), Duration.ofMinutes(minutes));
    }
}
