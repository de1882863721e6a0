package io.novacron.oncall.views.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.views.estate.Estate;
import io.novacron.oncall.views.fx.Question.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The view model without any toolkit: what is meant for the JavaFX thread is run here, by hand.
class TraceViewModelTests {
    private final Estate estate = new Estate().poll();
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final TraceViewModel model =
            new TraceViewModel(estate.monitor, estate.traceReads(), estate.bus, estate.clock, fx::add);

    @AfterEach
    void end() {
        model.close();
        estate.close();
    }

    @Test
    void theServicesOfTheSnapshotAreOffered() {
        until(() -> !model.servicesProperty().get().isEmpty());
        assertThat(model.servicesProperty().get()).contains("novacron-api").isSorted();
    }

    @Test
    void aHitIsShownWithoutAskingAgain() {
        model.searchService("novacron-api");
        until(() -> model.searchProperty().get().phase() == Phase.ANSWERED);
        TraceRow row = hits().getFirst();
        estate.jaegerError = Estate.refused("jaeger-eu");
        model.show(row);
        assertThat(model.shownProperty().get()).contains(row);
    }

    @Test
    void aFailureKeepsTheHitsBeforeAndNamesTheBackend() {
        model.searchService("novacron-api");
        until(() -> model.searchProperty().get().phase() == Phase.ANSWERED);
        List<TraceRow> before = hits();
        estate.jaegerError = Estate.refused("jaeger-eu:16686");
        model.searchService("novacron-redis");
        until(() -> model.searchProperty().get().phase() == Phase.FAILED);
        assertThat(hits()).isEqualTo(before);
        assertThat(model.searchProperty().get().outdated()).isTrue();
        assertThat(model.searchProperty().get().error())
                .contains("jaeger-eu:16686")
                .contains("refused");
    }

    @Test
    void aCancelledSearchDeliversNothing() {
        List<Phase> seen = new ArrayList<>();
        model.searchProperty().addListener((property, before, now) -> seen.add(now.phase()));
        model.searchService("novacron-api");
        model.cancel();
        await().atMost(20, TimeUnit.SECONDS).until(() -> estate.work.running().isEmpty());
        drain();
        assertThat(seen).containsExactly(Phase.ASKING, Phase.CANCELLED);
    }

    @Test
    void aTraceThatIsNotThereIsAFailureWithItsId() {
        model.open("  00ff  ");
        until(() -> model.openProperty().get().phase() == Phase.FAILED);
        assertThat(model.wantedIdProperty().get()).isEqualTo("00ff");
        assertThat(model.openProperty().get().error()).contains("404");
        assertThat(model.shownProperty().get()).isEmpty();
    }

    @Test
    void anIdOfNothingIsRefusedBeforeAnybodyIsAsked() {
        model.open("0000");
        assertThat(model.formErrorProperty().get()).contains("no trace id");
        assertThat(model.openProperty().get().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void aWrongFormAsksNobody() {
        model.searchService("");
        assertThat(model.formErrorProperty().get()).contains("service");
        assertThat(model.searchProperty().get().phase()).isEqualTo(Phase.IDLE);
    }

    private List<TraceRow> hits() {
        TraceViewModel.Hits hits = model.searchProperty().get().answer();
        return hits == null ? List.of() : hits.rows();
    }

    private void until(BooleanSupplier condition) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> {
            drain();
            return condition.getAsBoolean();
        });
    }

    private void drain() {
        for (Runnable next = fx.poll(); next != null; next = fx.poll()) {
            next.run();
        }
    }
}
