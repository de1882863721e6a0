package io.novacron.oncall.demo.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.scenario.Scenarios;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Platform PLATFORM = Platform.of(7);

    private final ManualClock clock = new ManualClock(NOW);

    @Test
    void fourIncidentsArePastAndTheBegunOneRunsSinceItsTime() {
        Scenes scenes = begun("storage-latency", Duration.ofMinutes(3));
        assertThat(scenes.get().timeline().incidents()).hasSize(5);
        assertThat(scenes.running())
                .extracting(Incident::scenario, Incident::start)
                .containsExactly(tuple("storage-latency", NOW.minus(Duration.ofMinutes(3))));
    }

    @Test
    void scenariosCombineAndEachEndsByItself() {
        Scenes scenes = begun("storage-latency", Duration.ofMinutes(3));
        scenes.start("split-alertmanager");
        assertThat(names(scenes)).containsExactly("storage-latency", "split-alertmanager");
        scenes.stop("storage-latency");
        assertThat(names(scenes)).containsExactly("split-alertmanager");
    }

    @Test
    void startingTwiceOrStoppingWhatDoesNotRunChangesNothing() {
        Scenes scenes = begun("storage-latency", Duration.ofMinutes(3));
        World before = scenes.get();
        scenes.start("storage-latency");
        scenes.stop("quorum-loss");
        assertThat(scenes.get()).isSameAs(before);
        assertThatThrownBy(() -> scenes.start("no-such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such");
    }

    @Test
    void anotherWorldHasTheSamePast() {
        Scenes scenes = begun("blind-prometheus", Duration.ofMinutes(10));
        Instant before = NOW.minusSeconds(60);
        assertThat(down(scenes.get(), before)).isEqualTo(1);
        scenes.stop("blind-prometheus");
        clock.advance(Duration.ofMinutes(1));
        assertThat(down(scenes.get(), before)).isEqualTo(1);
        assertThat(down(scenes.get(), clock.now())).isZero();
    }

    private static double down(World world, Instant time) {
        return world.pulses(Aspect.PROMETHEUS_DOWN, Place.ofNode("us-east", "a"))
                .at(time.toEpochMilli() / 1e3);
    }

    private Scenes begun(String name, Duration ago) {
        return new Scenes(PLATFORM, List.of(new Estate.Begun(Scenarios.named(name), ago)), clock);
    }

    private static List<String> names(Scenes scenes) {
        return scenes.running().stream().map(Incident::scenario).toList();
    }
}
