package io.novacron.oncall.demo.metric.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.LoadCurve;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Pulses;
import io.novacron.oncall.demo.world.Starts;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterTests {

    private static final Platform PLATFORM = Platform.of(42);
    private static final Instance API =
            PLATFORM.cluster("eu-west").instancesOf(Service.API).getFirst();
    private static final Place PLACE = Place.of(API);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final double T = NOON.getEpochSecond();
    /** Counting trembles: that many seconds of it are early or late. */
    private static final double TREMBLE = 20;

    private final World world = new World(
            PLATFORM,
            Timeline.QUIET.started(new Incident(
                    "test",
                    NOON,
                    NOON.plusSeconds(1_800),
                    List.of(
                            effect(Aspect.LOAD, 1.5, 0, 120),
                            effect(Aspect.ERRORS, 0.4, 200, 300),
                            effect(Aspect.LATENCY, 2, 100, 60)))));
    private final LoadCurve load = world.load("eu-west");
    private final Pulses added = world.pulses(Aspect.LOAD, PLACE);
    private final Pulses errors = world.pulses(Aspect.ERRORS, PLACE);
    private final Pulses latency = world.pulses(Aspect.LATENCY, PLACE);
    private final Starts starts = world.starts(API);
    private final Tempo tempo = new Tempo(load, added, List.of(errors, latency), 5);

    @Test
    void aCountIsTheSumOfItsRate() {
        double rate = 40;
        Signal share = time -> 0.001 + errors.at(time);
        Counter counter = new Counter(tempo, starts, rate, share);
        double from = T - 600;
        double to = T + 3_600;
        double sum = 0;
        for (double time = from + 0.05; time < to; time += 0.1) {
            sum += rate * (load.at(time) + added.at(time)) * share.at(time) * 0.1;
        }
        assertThat(counter.at(to) - counter.at(from)).isCloseTo(sum, within(sum * 0.005));
    }

    @Test
    void aCountOnlyGrowsUntilTheProcessStartsAnew() {
        Counter counter = new Counter(tempo, starts, 0.7, time -> 0.0004 + errors.at(time));
        double before = counter.at(T - 3_600);
        for (double time = T - 3_600; time < T + 7_200; time += 0.5) {
            double now = counter.at(time);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        double start = starts.before(T);
        assertThat(counter.at(start)).isZero();
        assertThat(counter.at(start - 1)).isPositive();
    }

    @Test
    void bucketsAreCumulativeAndMonotoneWhileIncidentsAddLatency() {
        Timing timing = new Timing(tempo, starts, 12, Spread.around(0.03), latency::at);
        double[] bounds = {0.005, 0.025, 0.1, 0.5, 1, 2.5, 10};
        Signal[] buckets = new Signal[bounds.length + 1];
        for (int i = 0; i < bounds.length; i++) {
            buckets[i] = timing.below(bounds[i]);
        }
        buckets[bounds.length] = timing.count();
        double[] before = new double[buckets.length];
        for (double time = T - 900; time < T + 3_600; time += 5) {
            double below = 0;
            for (int i = 0; i < buckets.length; i++) {
                double now = buckets[i].at(time);
                assertThat(now).as("bucket %d at %s", i, time).isGreaterThanOrEqualTo(below);
                assertThat(now).isGreaterThanOrEqualTo(before[i]);
                below = now;
                before[i] = now;
            }
        }
    }

    @Test
    void allCallsAreSlowOnceTheLatencyIsThere() {
        Timing timing = new Timing(tempo, starts, 12, Spread.around(0.03), latency::at);
        Signal fast = timing.below(0.5);
        Signal all = timing.count();
        double from = T + 160 + TREMBLE;
        double to = T + 1_700;
        assertThat(fast.at(to) - fast.at(from)).isZero();
        double count = all.at(to) - all.at(from);
        assertThat((timing.sum().at(to) - timing.sum().at(from)) / count)
                .isCloseTo(2 + Spread.around(0.03).mean(), within(0.01));
    }

    @Test
    void thePastStaysToTheLastBitWhenAnIncidentStarts() {
        World quiet = new World(PLATFORM, Timeline.QUIET);
        Counter before = new Counter(
                new Tempo(load, quiet.pulses(Aspect.LOAD, PLACE), List.of(), 5), quiet.starts(API), 40, Signal.of(0.3));
        Counter after = new Counter(tempo, starts, 40, Signal.of(0.3));
        for (double time = T - 86_400; time <= T; time += 13.7) {
            assertThat(after.at(time)).isEqualTo(before.at(time));
        }
        assertThat(after.at(T + 900)).isGreaterThan(before.at(T + 900) + 1_000);
    }

    @Test
    void aSpreadHasTheMedianAndTheMeanItSays() {
        Spread spread = new Spread(0.2, 3);
        assertThat(spread.below(0.2)).isCloseTo(0.5, within(1e-12));
        assertThat(spread.below(0)).isZero();
        double mean = 0;
        for (double bound = 0; bound < 200; bound += 0.001) {
            mean += 0.001 * (1 - spread.below(bound + 0.0005));
        }
        assertThat(spread.mean()).isCloseTo(mean, within(1e-3));
    }

    private static Effect effect(Aspect aspect, double magnitude, int onset, int ramp) {
        return new Effect(aspect, PLACE, magnitude, Duration.ofSeconds(onset), Duration.ofSeconds(ramp));
    }
}
