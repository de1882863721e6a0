package io.novacron.oncall.demo.estate;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.scenario.Scenarios;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What happens to the platform: each start or end of a scenario makes another world with the same past. Any thread. */
final class Scenes implements Supplier<World> {

    private final Clock clock;
    private final AtomicReference<World> world;

    /** @param begun what runs already when the estate opens */
    Scenes(Platform platform, List<Estate.Begun> begun, Clock clock) {
        this.clock = clock;
        Instant now = clock.now();
        Timeline timeline = new Timeline(Scenarios.past(now, platform.seed()));
        for (Estate.Begun one : begun) {
            timeline = timeline.started(one.scenario().begun(now.minus(one.ago())));
        }
        world = new AtomicReference<>(new World(platform, timeline));
    }

    @Override
    public World get() {
        return world.get();
    }

    List<Incident> running() {
        return get().timeline().running();
    }

    void start(String scenario) {
        Incident begun = Scenarios.named(scenario).begun(clock.now());
        world.updateAndGet(before -> runs(before, scenario)
                ? before
                : new World(before.platform(), before.timeline().started(begun)));
    }

    void stop(String scenario) {
        Instant now = clock.now();
        world.updateAndGet(before -> runs(before, scenario)
                ? new World(before.platform(), before.timeline().stopped(scenario, now))
                : before);
    }

    private static boolean runs(World world, String scenario) {
        return world.timeline().running().stream()
                .anyMatch(incident -> incident.scenario().equals(scenario));
    }
}
