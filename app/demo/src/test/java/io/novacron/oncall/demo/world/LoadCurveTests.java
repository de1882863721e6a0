package io.novacron.oncall.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LoadCurveTests {

    private static final double SOME_DAY = 1_772_582_400;
    private final LoadCurve curve = new LoadCurve(13 * 3_600);

    @Test
    void loadPeaksAtItsHourAndIsOneOnAverageOverAWeek() {
        double noon = curve.at(SOME_DAY + 13 * 3_600);
        double night = curve.at(SOME_DAY + 3_600);
        assertThat(noon).isBetween(1.25, 1.45);
        assertThat(night).isBetween(0.55, 0.75);
        assertThat(curve.between(SOME_DAY, SOME_DAY + 7 * 86_400)).isCloseTo(7 * 86_400, within(1e-3));
    }

    @Test
    void theIntegralAndTheMomentAreWhatSumsSay() {
        double from = SOME_DAY + 4_321;
        double to = from + 50_000;
        double sum = 0;
        double moment = 0;
        for (double time = from + 0.5; time < to; time++) {
            sum += curve.at(time);
            moment += (time - from) * curve.at(time);
        }
        assertThat(curve.between(from, to)).isCloseTo(sum, within(sum * 1e-6));
        assertThat(curve.moment(from, to)).isCloseTo(moment, within(moment * 1e-6));
    }

    @Test
    void theEvenCurveIsAlwaysOne() {
        assertThat(LoadCurve.EVEN.at(SOME_DAY)).isEqualTo(1);
        assertThat(LoadCurve.EVEN.between(SOME_DAY, SOME_DAY + 60)).isEqualTo(60);
        assertThat(LoadCurve.EVEN.moment(SOME_DAY, SOME_DAY + 60)).isEqualTo(1_800);
    }
}
