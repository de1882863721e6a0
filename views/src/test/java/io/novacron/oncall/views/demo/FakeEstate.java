package io.novacron.oncall.views.demo;

import io.novacron.oncall.core.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Scenarios that start and stop, with nothing behind them.
final class FakeEstate {
    private static final Map<String, String> TITLES = Map.of(
            "bad-deploy", "Errors after a new version",
            "calm", "Nothing out of the ordinary",
            "quorum-loss", "Consensus without a majority",
            "storage-latency", "Slow disks, slow everything");

    private final Map<String, Instant> running = new ConcurrentHashMap<>();
    private final Clock clock;

    FakeEstate(Clock clock) {
        this.clock = clock;
    }

    DemoDesk desk() {
        return new DemoDesk(7, this::scenarios, name -> running.put(name, clock.now()), running::remove);
    }

    void began(String name, Instant when) {
        running.put(name, when);
    }

    private List<DemoScenario> scenarios() {
        return TITLES.keySet().stream()
                .sorted()
                .map(name -> new DemoScenario(
                        name,
                        TITLES.getOrDefault(name, ""),
                        List.of(
                                new DemoScenario.Section("CAUSE", List.of("The cause of " + name + " is a cable.")),
                                new DemoScenario.Section("WHAT TO DO", List.of("Replace it.", "Test it.")),
                                new DemoScenario.Section("HOW TO FIND IT", Collections.nCopies(20, "Look at it."))),
                        Optional.ofNullable(running.get(name))))
                .toList();
    }
}
