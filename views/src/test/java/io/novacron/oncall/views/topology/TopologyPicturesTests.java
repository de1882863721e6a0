package io.novacron.oncall.views.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.topology.Health;
import io.novacron.oncall.views.estate.Estate;
import io.novacron.oncall.views.estate.Shots;
import io.novacron.oncall.views.fx.FxCoalescer;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Draws the topology as an operator meets it, in all its states, into `target/pictures`.
class TopologyPicturesTests {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void theTopologyIsDrawnWithItsHealth() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            settle(estate, model);
            TopologyView view = Toolkit.call(() -> new TopologyView(model));
            Shots.all("topology", view, region -> {});
            Shots.all("topology-selected", view, region -> model.select("eu-west/novacron-storage"));
            assertThat(model.picture()
                            .node("eu-west/novacron-storage")
                            .orElseThrow()
                            .health())
                    .isEqualTo(Health.DEGRADED);
        }
    }

    @Test
    void aDeadPrometheusDimsTheHealthAndSaysSinceWhen() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            settle(estate, model);
            estate.prometheusError = Estate.refused("prom-eu:9090");
            estate.jaegerError = Estate.refused("jaeger-eu:16686");
            estate.clock.advance(Duration.ofMinutes(4));
            estate.poll();
            await().atMost(LONG).until(() -> {
                estate.clock.advance(FxCoalescer.INTERVAL);
                return Toolkit.call(() -> !model.picture().healthProblem().isEmpty()
                        && !model.picture().edgesProblem().isEmpty());
            });
            TopologyView view = Toolkit.call(() -> new TopologyView(model));
            Shots.two("topology-dimmed", view);
            assertThat(model.picture().topology().nodes()).isNotEmpty();
            assertThat(model.picture().healthProblem())
                    .contains("as of 4 min ago")
                    .contains("prom-eu");
        }
    }

    @Test
    void withoutDependenciesTheServicesStandAndTheReasonIsSaid() {
        try (var estate = new Estate()) {
            estate.dependencies = List.of();
            estate.poll();
            try (var model = model(estate)) {
                settle(estate, model);
                TopologyView view = Toolkit.call(() -> new TopologyView(model));
                Shots.two("topology-no-calls", view);
                assertThat(model.picture().topology().notes())
                        .singleElement()
                        .asString()
                        .contains("may not have run");
            }
        }
    }

    @Test
    void aJaegerThatNeverAnsweredIsNamed() {
        try (var estate = new Estate()) {
            estate.jaegerError = Estate.refused("jaeger-eu:16686");
            estate.poll();
            try (var model = model(estate)) {
                settle(estate, model);
                TopologyView view = Toolkit.call(() -> new TopologyView(model));
                Shots.two("topology-failed", view);
                assertThat(model.picture().waiting()).contains("jaeger-eu").contains("connection refused");
            }
        }
    }

    private static TopologyViewModel model(Estate estate) {
        return new TopologyViewModel(estate.monitor, estate.traceReads(), estate.bus, estate.clock, estate.worker);
    }

    /// The clock stands, so it is moved past the shortest time between two updates.
    private static void settle(Estate estate, TopologyViewModel model) {
        await().atMost(LONG).until(() -> {
            estate.clock.advance(FxCoalescer.INTERVAL);
            return Toolkit.call(model::settled);
        });
    }
}
