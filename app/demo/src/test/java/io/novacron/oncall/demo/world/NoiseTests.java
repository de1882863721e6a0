package io.novacron.oncall.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NoiseTests {

    private static final double PERIOD = 50;

    @Test
    void noiseStaysWithinOneAndNeverGrowsFasterThanItSays() {
        double before = Noise.at(7, 1e9, PERIOD);
        double step = 0.05;
        double steepest = 0;
        for (int i = 1; i <= 200_000; i++) {
            double now = Noise.at(7, 1e9 + i * step, PERIOD);
            assertThat(now).isBetween(-1.0, 1.0);
            steepest = Math.max(steepest, Math.abs(now - before) / step);
            before = now;
        }
        assertThat(steepest).isLessThanOrEqualTo(3 / PERIOD + 1e-9).isGreaterThan(2 / PERIOD);
    }

    @Test
    void unitsAreEvenlySpreadAndDifferByKey() {
        assertThat(LongStream.range(0, 10_000)
                        .mapToDouble(i -> Noise.unit(3, i))
                        .average()
                        .orElseThrow())
                .isCloseTo(0.5, within(0.02));
        assertThat(Noise.unit(3, 1)).isNotEqualTo(Noise.unit(4, 1)).isEqualTo(Noise.unit(3, 1));
        assertThat(Noise.key(1, "a")).isNotEqualTo(Noise.key(1, "b")).isNotEqualTo(Noise.key(2, "a"));
    }
}
