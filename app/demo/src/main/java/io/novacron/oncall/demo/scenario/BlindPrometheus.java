package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;

import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** Both Prometheus servers of a cluster die: nothing fires there, because nobody looks. */
final class BlindPrometheus {

    private BlindPrometheus() {}

    static Scenario scenario() {
        return new Scenario(
                "blind-prometheus",
                "It is suspiciously quiet in one cluster",
                List.of(
                        effect(Aspect.PROMETHEUS_DOWN, new Place("us-east", null, "a"), 1, 5, 0),
                        effect(Aspect.PROMETHEUS_DOWN, new Place("us-east", null, "b"), 1, 90, 0)),
                new Truth(
                        "Both Prometheus replicas of us-east are down, one shortly after the other, so "
                                + "nothing is measured there and nothing can fire; the platform itself is well.",
                        List.of("cluster us-east", "both Prometheus replicas"),
                        List.of(),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "For a minute PrometheusReplicaDown told of the first one. Then no new alert, but "
                                                + "the Watchdog of us-east is missing and its Prometheus is UNREACHABLE: the "
                                                + "verdict is UNKNOWN, never ALL CLEAR."),
                                new Sight(
                                        "topology",
                                        "What is in us-east has no fresh evidence and is drawn as unknown."),
                                new Sight("traces", "Traces of us-east go on as usual: the platform works."),
                                new Sight("logs", "Logs of us-east go on as usual.")),
                        List.of(Clue.of("UNREACHABLE", "check"), Clue.of("\"allClear\":false", "alerts")),
                        List.of(
                                "Start one of the two replicas; the gap of the other stays visible.",
                                "Until then watch us-east by traces and logs, and say so in the channel.",
                                "Find out why both died: they share more than they should.")));
    }
}
