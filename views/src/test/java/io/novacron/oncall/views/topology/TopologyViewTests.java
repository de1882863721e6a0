package io.novacron.oncall.views.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.topology.Health;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.estate.Estate;
import io.novacron.oncall.views.fx.FxCoalescer;
import io.novacron.oncall.views.fx.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class TopologyViewTests {
    @Test
    void cardsStayWhereTheyAreWhenANewServiceComes() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            until(estate, model::settled);
            Placement before = Toolkit.call(() -> model.picture().placement());
            List<String> more = new ArrayList<>(estate.services);
            more.add("novacron-newcomer");
            estate.services = more;
            estate.poll();
            until(
                    estate,
                    () -> model.picture().node("eu-west/novacron-newcomer").isPresent());
            Toolkit.run(() -> assertThat(model.picture().placement().spots())
                    .containsAllEntriesOf(before.spots())
                    .containsKey("eu-west/novacron-newcomer"));
        }
    }

    @Test
    void theSelectionOutlivesARefresh() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            until(estate, model::settled);
            Toolkit.run(() -> model.select("eu-west/novacron-api"));
            estate.targets = List.of();
            estate.poll();
            until(
                    estate,
                    () -> model.picture()
                                    .node("eu-west/novacron-api")
                                    .orElseThrow()
                                    .health()
                            == Health.UNKNOWN);
            Toolkit.run(() -> assertThat(model.selectedProperty().get()).isEqualTo("eu-west/novacron-api"));
        }
    }

    @Test
    void anUnknownIdSelectsNothing() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            until(estate, model::settled);
            Toolkit.run(() -> {
                model.select("eu-west/novacron-api");
                model.select("no such service");
                assertThat(model.selectedProperty().get()).isEmpty();
            });
        }
    }

    @Test
    void aServiceWishedForBeforeThereIsAPictureIsSelectedWhenItComes() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            Toolkit.run(() -> model.select("novacron-api"));
            until(estate, () -> !model.selectedProperty().get().isEmpty());
            Toolkit.run(() -> assertThat(model.selectedProperty().get()).isEqualTo("eu-west/novacron-api"));
        }
    }

    @Test
    void tShowsTheSameAsATableWorstFirst() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            until(estate, model::settled);
            Toolkit.run(() -> {
                var view = new TopologyView(model);
                var scene = new Scene(view, 1200, 800);
                Theme.DARK.apply(scene);
                view.applyCss();
                view.layout();
                assertThat(view.lookup(".table-view")).isNull();
                Event.fireEvent(view, typed("t"));
                view.applyCss();
                view.layout();
                var table = (TableView<?>) view.lookup(".table-view");
                assertThat(table.getItems())
                        .hasSize(model.picture().topology().nodes().size());
                assertThat(table.getItems().getFirst().toString())
                        .contains("dwcp-hde")
                        .contains("DOWN");
            });
        }
    }

    @Test
    void theArrowsSelectOnThePicture() {
        try (var estate = new Estate().poll();
                var model = model(estate)) {
            until(estate, model::settled);
            Toolkit.run(() -> {
                var view = new TopologyView(model);
                var scene = new Scene(view, 1200, 800);
                Theme.DARK.apply(scene);
                view.applyCss();
                view.layout();
                var canvas = view.lookup(".oc-canvas");
                Event.fireEvent(canvas, pressed(KeyCode.RIGHT));
                String first = model.selectedProperty().get();
                Event.fireEvent(canvas, pressed(KeyCode.RIGHT));
                assertThat(first).isNotEmpty();
                assertThat(model.selectedProperty().get()).isNotEmpty().isNotEqualTo(first);
                Event.fireEvent(canvas, pressed(KeyCode.ESCAPE));
                assertThat(model.selectedProperty().get()).isEmpty();
            });
        }
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }

    private static KeyEvent pressed(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private static TopologyViewModel model(Estate estate) {
        return new TopologyViewModel(estate.monitor, estate.traceReads(), estate.bus, estate.clock, estate.worker);
    }

    /// Time goes on while one waits, since no two updates come within a tenth of a second.
    private static void until(Estate estate, BooleanSupplier condition) {
        await().atMost(60, TimeUnit.SECONDS).until(() -> {
            estate.clock.advance(FxCoalescer.INTERVAL);
            return Toolkit.call(condition::getAsBoolean);
        });
    }
}
