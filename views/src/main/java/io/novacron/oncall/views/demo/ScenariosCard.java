package io.novacron.oncall.views.demo;

import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All scenarios: which run, start and stop, and the cause for who wants to know. FX thread only.
public final class ScenariosCard extends VBox {
    private final DemoDesk desk;
    private final ListView<DemoScenario> list = new ListView<>();
    private final ScenarioPane pane;
    private Instant now;

    public ScenariosCard(DemoDesk desk, Instant now) {
        this.desk = desk;
        this.now = now;
        pane = new ScenarioPane(this::toggle);
        getStyleClass().addAll("oc-dialog", "oc-demo-card");
        list.setId("demo-scenarios");
        list.setMinHeight(0);
        list.setCellFactory(view -> new ScenarioCell(() -> this.now));
        list.getSelectionModel().selectedItemProperty().subscribe(pane::show);
        VBox.setVgrow(list, Priority.ALWAYS);
        var how = SafeText.label(
                "Start one, find its cause with the console, then compare. Several can run together.", "oc-muted");
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(
                16,
                new KeyHint("↑", ""),
                new KeyHint("↓", "choose"),
                new KeyHint("Enter", "start or stop"),
                new KeyHint("r", "reveal the cause"),
                new KeyHint("PgUp", ""),
                new KeyHint("PgDn", "read it"));
        getChildren()
                .addAll(
                        new HBox(
                                SafeText.label("Scenarios of the simulated platform", "oc-title"),
                                space,
                                new KeyHint("Esc", "close")),
                        how,
                        list,
                        pane,
                        foot);
        var keys = new KeyMap()
                .on("Enter", "start or stop", this::toggle)
                .on("r", "reveal the cause", pane::reveal)
                .on("Page_Down", "read on", () -> pane.turn(1))
                .on("Page_Up", "read back", () -> pane.turn(-1))
                .on("j", "down", () -> move(1))
                .on("k", "up", () -> move(-1));
        addEventFilter(KeyEvent.ANY, keys::handle);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                list.requestFocus();
            }
        });
        show(now);
        list.getSelectionModel().select(firstRunning());
    }

    /// Shows how things are at this time.
    public void show(Instant time) {
        now = time;
        List<DemoScenario> scenarios = desk.scenarios().get();
        if (scenarios.equals(list.getItems())) {
            list.refresh();
            return;
        }
        int selected = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(scenarios);
        list.getSelectionModel().select(selected);
    }

    private void toggle() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(scenario -> {
            (scenario.runs() ? desk.stop() : desk.start()).accept(scenario.name());
            show(now);
        });
    }

    private void move(int lines) {
        int last = list.getItems().size() - 1;
        list.getSelectionModel()
                .select(Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) lines, 0, last));
    }

    private int firstRunning() {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).runs()) {
                return i;
            }
        }
        return 0;
    }
}
