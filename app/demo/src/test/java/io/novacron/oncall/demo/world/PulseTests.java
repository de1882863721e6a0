package io.novacron.oncall.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PulseTests {

    private static final Instant START = Instant.parse("2026-03-04T12:00:00Z");
    private static final double ZERO = START.getEpochSecond();

    @Test
    void aPulseRisesInAStraightLineStaysAndFallsInTheSameTime() {
        Pulse pulse = pulse(10, 20, 4, null, 100);
        assertThat(pulse.at(ZERO + 9.9)).isZero();
        assertThat(pulse.at(ZERO + 15)).isCloseTo(1, within(1e-6));
        assertThat(pulse.at(ZERO + 30)).isEqualTo(4);
        assertThat(pulse.at(ZERO + 99)).isEqualTo(4);
        assertThat(pulse.at(ZERO + 110)).isCloseTo(2, within(1e-6));
        assertThat(pulse.at(ZERO + 120)).isZero();
    }

    @Test
    void aPulseThatIsStoppedWhileItRisesFallsFromWhereItWas() {
        Pulse pulse = pulse(0, 60, 6, null, 30);
        assertThat(pulse.at(ZERO + 29.999)).isCloseTo(3, within(1e-3));
        assertThat(pulse.at(ZERO + 30)).isCloseTo(3, within(1e-9));
        assertThat(pulse.at(ZERO + 60)).isCloseTo(1.5, within(1e-6));
    }

    @Test
    void anEffectMayEndBeforeItsIncident() {
        Pulse pulse = pulse(0, 0, 1, 50, 1_000);
        assertThat(pulse.at(ZERO)).isEqualTo(1);
        assertThat(pulse.at(ZERO + 49.9)).isEqualTo(1);
        assertThat(pulse.at(ZERO + 50)).isZero();
    }

    @Test
    void anEffectThatHadNotBegunWhenItsIncidentEndedNeverWas() {
        Pulse pulse = pulse(60, 10, 1, null, 30);
        assertThat(pulse.at(ZERO + 65)).isZero();
        assertThat(new Pulses(List.of(pulse)).between(ZERO, ZERO + 1_000)).isZero();
        assertThat(new Pulses(List.of(pulse)).turns()).isEmpty();
    }

    @Test
    void theIntegralIsTheSumOfTheLevels() {
        long seed = 20_260_304;
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            List<Pulse> parts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Integer lasts = random.nextBoolean() ? null : 10 + random.nextInt(100);
                Integer end = random.nextInt(3) == 0 ? null : 20 + random.nextInt(200);
                parts.add(pulse(random.nextInt(60), random.nextInt(40), random.nextDouble(5), lasts, end));
            }
            Pulses pulses = new Pulses(parts);
            double from = ZERO + random.nextInt(100) - 20;
            double to = from + random.nextInt(200);
            assertThat(pulses.between(from, to))
                    .as("seed %d round %d", seed, round)
                    .isCloseTo(summed(pulses, from, to), within(0.05));
        }
    }

    @Test
    void theMostIsFoundAtATurnOrAtAnEnd() {
        Pulses pulses = new Pulses(List.of(pulse(10, 0, 3, 10, null), pulse(0, 100, 10, null, 50)));
        assertThat(pulses.most(ZERO, ZERO + 200)).isCloseTo(5, within(1e-6));
        assertThat(pulses.most(ZERO, ZERO + 25)).isCloseTo(5, within(1e-5));
        assertThat(pulses.most(ZERO + 200, ZERO + 300)).isZero();
    }

    private static double summed(Pulses pulses, double from, double to) {
        double step = 0.01;
        double sum = 0;
        for (long i = 0; i < Math.round((to - from) / step); i++) {
            sum += pulses.at(from + (i + 0.5) * step) * step;
        }
        return sum;
    }

    private static Pulse pulse(int onset, int ramp, double magnitude, @Nullable Integer lasts, @Nullable Integer end) {
        Effect effect = new Effect(
                Aspect.LATENCY,
                Place.of("eu-west"),
                magnitude,
                Duration.ofSeconds(onset),
                Duration.ofSeconds(ramp),
                lasts == null ? null : Duration.ofSeconds(lasts));
        return Pulse.of(
                new Incident("test", START, end == null ? null : START.plusSeconds(end), List.of(effect)), effect);
    }
}
