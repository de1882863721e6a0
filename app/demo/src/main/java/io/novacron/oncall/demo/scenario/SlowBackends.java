package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;

import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** The log and trace backends answer, but late. */
final class SlowBackends {

    private SlowBackends() {}

    static Scenario scenario() {
        return new Scenario(
                "slow-backends",
                "Searching takes for ever",
                List.of(effect(Aspect.BACKEND_DELAY, new Place(null, null, null), 4, 5, 10)),
                new Truth(
                        "Elasticsearch and Jaeger take four seconds for every answer; the platform itself "
                                + "is well, and so are its alerts.",
                        List.of("Elasticsearch", "Jaeger"),
                        Truth.firing("eu-west", "TraceExportQueueFull"),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "TraceExportQueueFull in every cluster: spans pile up in front of a slow storage."),
                                new Sight("topology", "Health is as in calm; what comes from traces is late."),
                                new Sight("traces", "Every search takes more than four seconds."),
                                new Sight("logs", "Every search takes more than four seconds; nothing fails.")),
                        List.of(
                                Clue.of(
                                        "\"alertname\":\"TraceExportQueueFull\"",
                                        "alerts",
                                        "--filter",
                                        "alertname=\"TraceExportQueueFull\""),
                                Clue.query("eu-west", "otel-collector-0", "otelcol_exporter_queue_size > 500")),
                        List.of(
                                "Look at the cluster of Elasticsearch first: Jaeger stores its traces there, so "
                                        + "one cause slows both.",
                                "Narrow searches in time and index until it recovers.")));
    }
}
