package io.novacron.oncall.views.demo;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the window may do with the estate behind it. All three answer at once; what follows is seen through the
/// ordinary sources.
///
/// @param seed      of everything that is simulated
/// @param scenarios all of them as they are now, in a fixed order
/// @param start     begins the one of this name; nothing happens where it runs
/// @param stop      ends the one of this name; nothing happens where it does not run
public record DemoDesk(
        long seed, Supplier<List<DemoScenario>> scenarios, Consumer<String> start, Consumer<String> stop) {
    List<DemoScenario> running() {
        return scenarios.get().stream().filter(DemoScenario::runs).toList();
    }
}
