package io.novacron.oncall.demo.scenario;

import java.util.List;

/** Nothing happens: what everything else is compared with. */
final class Calm {

    private Calm() {}

    static Scenario scenario() {
        return new Scenario(
                "calm",
                "Calm: nothing is wrong",
                List.of(),
                new Truth(
                        "Nothing is wrong.",
                        List.of(),
                        List.of(),
                        List.of(
                                new Sight("alerts", "ALL CLEAR, with one Watchdog for each cluster."),
                                new Sight("topology", "Every node healthy, with its evidence.")),
                        List.of(),
                        List.of("Nothing. Look around: this is what normal looks like, with its daily curve and "
                                + "its noise.")));
    }
}
