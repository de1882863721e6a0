package io.novacron.oncall.views.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.views.estate.Estate;
import io.novacron.oncall.views.estate.FakeTraces;
import io.novacron.oncall.views.estate.Shots;
import io.novacron.oncall.views.fx.Fx;
import io.novacron.oncall.views.fx.Question.Phase;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Draws the traces as an operator meets them, in all states, into `target/pictures`.
class TracePicturesTests {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    @Test
    void hitsAndTheWaterfallOfOneAreDrawn() {
        try (var estate = new Estate()) {
            estate.traces = new FakeTraces(42).traces(300, Estate.NOW);
            estate.poll();
            try (var model = model(estate)) {
                TraceView view = Toolkit.call(() -> new TraceView(model, ZONE));
                search(model, "novacron-api", Phase.ANSWERED);
                Shots.all("traces", view, region -> {});
                Shots.all("traces-open", view, region -> model.show(migration(model)));
                assertThat(Toolkit.call(() -> model.shownProperty().get())).isPresent();
            }
        }
    }

    @Test
    void aSearchWithoutHitsSaysSo() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            TraceView view = Toolkit.call(() -> new TraceView(model, ZONE));
            search(model, "novacron-billing", Phase.ANSWERED);
            Shots.two("traces-none", view);
            assertThat(Toolkit.call(() -> model.searchProperty().get().answer()))
                    .isNotNull();
        }
    }

    @Test
    void aFailedSearchKeepsTheHitsBeforeDimmed() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            TraceView view = Toolkit.call(() -> new TraceView(model, ZONE));
            search(model, "novacron-api", Phase.ANSWERED);
            estate.jaegerError = Estate.refused("jaeger-eu:16686");
            search(model, "novacron-api", Phase.FAILED);
            Shots.two("traces-failed", view);
            assertThat(Toolkit.call(() -> model.searchProperty().get().outdated()))
                    .isTrue();
        }
    }

    @Test
    void aTraceThatIsNotWholeWearsItsBanner() {
        try (var estate = new Estate()) {
            Trace whole = new FakeTraces(9).migration(Estate.NOW.toEpochMilli() * 1_000_000L);
            Trace torn = new Trace(
                    whole.traceId(), whole.spans().subList(2, whole.spans().size()), List.of());
            estate.traces = List.of(torn);
            estate.poll();
            try (var model = model(estate)) {
                TraceView view = Toolkit.call(() -> new TraceView(model, ZONE));
                Toolkit.run(() -> model.open(torn.traceId()));
                await().atMost(LONG)
                        .until(() ->
                                Toolkit.call(() -> model.shownProperty().get().isPresent()));
                Shots.two("traces-orphans", view);
                TraceTree tree = Toolkit.call(
                        () -> model.shownProperty().get().orElseThrow().tree());
                assertThat(tree.orphans()).isPositive();
            }
        }
    }

    private static TraceRow migration(TraceViewModel model) {
        return Objects.requireNonNull(model.searchProperty().get().answer()).rows().stream()
                .filter(row -> row.tree().rows().size() > 20 && row.tree().errors() > 0)
                .findFirst()
                .orElseThrow();
    }

    private static TraceViewModel model(Estate estate) {
        return Toolkit.call(
                () -> new TraceViewModel(estate.monitor, estate.traceReads(), estate.bus, estate.clock, Fx::run));
    }

    private static void search(TraceViewModel model, String service, Phase end) {
        Toolkit.run(() -> model.search(new TraceForm(service, "", "", "", "", Duration.ofHours(1), "100")));
        await().atMost(LONG)
                .until(() -> Toolkit.call(() -> model.searchProperty().get().phase() == end));
    }
}
