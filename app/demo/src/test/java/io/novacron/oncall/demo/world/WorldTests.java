package io.novacron.oncall.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTests {

    private static final Platform PLATFORM = Platform.of(42);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final double LATER = NOON.getEpochSecond() + 600;
    private static final String CLUSTER = "eu-west";

    @Test
    void aSlowServiceIsFeltAboveByItsShareOfTheCallsAndNowhereElse() {
        World world = world(effect(Aspect.LATENCY, Place.of(CLUSTER, Service.POSTGRES), 1));
        assertThat(level(world, Aspect.LATENCY, Service.POSTGRES)).isEqualTo(1);
        assertThat(level(world, Aspect.LATENCY, Service.AUTH)).isCloseTo(0.1, within(1e-9));
        double storage = 0.1;
        double migration = storage;
        double managers = 0.5 * storage + 0.05 * migration;
        double scheduler = 0.5;
        double api = 0.3 + 0.5 * 0.1 + 0.1 * scheduler + 0.4 * managers;
        assertThat(level(world, Aspect.LATENCY, Service.API)).isCloseTo(api, within(0.01));
        assertThat(level(world, Aspect.LATENCY, Service.FRONTEND)).isCloseTo(0.9 * api, within(0.02));
        assertThat(level(world, Aspect.LATENCY, Service.REDIS)).isZero();
        assertThat(world.pulses(Aspect.LATENCY, Place.of("us-east", Service.API))
                        .none())
                .isTrue();
    }

    @Test
    void oneProcessThatIsGoneMakesItsShareOfTheCallsFail() {
        Instance gone = PLATFORM.cluster(CLUSTER).instancesOf(Service.AUTH).getFirst();
        World world = world(effect(Aspect.DOWN, Place.of(gone), 1));
        assertThat(world.pulses(Aspect.DOWN, Place.of(gone)).at(LATER)).isEqualTo(1);
        assertThat(level(world, Aspect.DOWN, Service.AUTH)).isZero();
        assertThat(level(world, Aspect.ERRORS, Service.API)).isCloseTo(0.5 * 0.5, within(1e-9));
        Instance api = PLATFORM.cluster(CLUSTER).instancesOf(Service.API).getLast();
        assertThat(world.pulses(Aspect.ERRORS, Place.of(api)).at(LATER)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void whatAClusterSuffersAllItsPlacesSuffer() {
        World world = world(effect(Aspect.LOAD, Place.of(CLUSTER), 2));
        Instance storage =
                PLATFORM.cluster(CLUSTER).instancesOf(Service.STORAGE).getFirst();
        assertThat(world.pulses(Aspect.LOAD, Place.of(storage)).at(LATER)).isEqualTo(2);
        assertThat(world.pulses(
                                Aspect.LOAD,
                                Place.ofNode(CLUSTER, storage.node().name()))
                        .at(LATER))
                .isEqualTo(2);
    }

    @Test
    void aStoppedScenarioKeepsItsPast() {
        Effect effect = effect(Aspect.ERRORS, Place.of(CLUSTER, Service.API), 0.5);
        Timeline running = Timeline.QUIET.started(new Incident("test", NOON, null, List.of(effect)));
        Timeline stopped = running.stopped("test", NOON.plusSeconds(300));
        Place place = Place.of(CLUSTER, Service.API);
        Pulses before = new World(PLATFORM, running).pulses(Aspect.ERRORS, place);
        Pulses after = new World(PLATFORM, stopped).pulses(Aspect.ERRORS, place);
        for (double time = NOON.getEpochSecond() - 60; time < NOON.getEpochSecond() + 300; time += 0.7) {
            assertThat(after.at(time)).isEqualTo(before.at(time));
        }
        assertThat(after.at(LATER)).isZero();
        assertThat(before.at(LATER)).isEqualTo(0.5);
        assertThat(stopped.running()).isEmpty();
        assertThat(running.stopped("another", NOON).running()).hasSize(1);
    }

    @Test
    void requestsFlowDownTheCallGraph() {
        World world = new World(PLATFORM, Timeline.QUIET);
        assertThat(world.requestRate(CLUSTER, Service.HAPROXY)).isEqualTo(60);
        assertThat(world.requestRate(CLUSTER, Service.API)).isCloseTo(60 * (0.7 + 0.3 * 0.9), within(1e-9));
    }

    @Test
    void aProcessStartsAtDeploymentsAtRestartsAndWhenItComesBack() {
        Instance api = PLATFORM.cluster(CLUSTER).instancesOf(Service.API).getFirst();
        Starts quiet = new World(PLATFORM, Timeline.QUIET).starts(api);
        double noon = NOON.getEpochSecond();
        double planned = quiet.before(noon);
        assertThat(planned).isLessThanOrEqualTo(noon).isGreaterThan(noon - 10 * 86_400);
        assertThat(quiet.before(planned)).isEqualTo(planned);
        assertThat(quiet.before(planned - 1)).isLessThan(planned);
        assertThat(quiet.version(planned)).isNotEqualTo(quiet.version(planned - 1));

        Starts restarted = world(effect(Aspect.RESTART, Place.of(api), 1)).starts(api);
        assertThat(restarted.before(noon + 1)).isEqualTo(noon);
        assertThat(restarted.before(noon + 500)).isEqualTo(noon);
        assertThat(restarted.version(noon + 1)).isEqualTo(quiet.version(noon));

        Starts deployed = world(effect(Aspect.DEPLOY, Place.of(api), 1)).starts(api);
        assertThat(deployed.before(noon + 10)).isEqualTo(noon);
        assertThat(deployed.before(noon + 1_000)).isEqualTo(noon + 900);
        assertThat(deployed.version(noon + 10)).endsWith("-rc1");
        assertThat(deployed.version(noon + 1_000)).isEqualTo(quiet.version(noon));

        Starts back = world(effect(Aspect.DOWN, Place.of(api), 1)).starts(api);
        assertThat(back.before(noon + 1_000)).isEqualTo(noon + 900);
        Instance other = PLATFORM.cluster(CLUSTER).instancesOf(Service.API).get(1);
        assertThat(world(effect(Aspect.DOWN, Place.of(api), 1)).starts(other).before(noon + 1_000))
                .isEqualTo(new World(PLATFORM, Timeline.QUIET).starts(other).before(noon + 1_000));
    }

    @Test
    void replicasAreReplacedOneAfterTheOther() {
        World world = new World(PLATFORM, Timeline.QUIET);
        List<Instance> apis = PLATFORM.cluster(CLUSTER).instancesOf(Service.API);
        assertThat(apis.stream().map(api -> world.starts(api).before(LATER)).distinct())
                .hasSize(apis.size());
    }

    /** Fifteen minutes of one effect at noon. */
    private static World world(Effect effect) {
        Incident incident = new Incident("test", NOON, NOON.plus(Duration.ofMinutes(15)), List.of(effect));
        return new World(PLATFORM, Timeline.QUIET.started(incident));
    }

    private static Effect effect(Aspect aspect, Place place, double magnitude) {
        return new Effect(aspect, place, magnitude, Duration.ZERO, Duration.ZERO);
    }

    private static double level(World world, Aspect aspect, Service service) {
        return world.pulses(aspect, Place.of(CLUSTER, service)).at(LATER);
    }
}
