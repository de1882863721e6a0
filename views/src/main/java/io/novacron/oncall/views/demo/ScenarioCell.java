package io.novacron.oncall.views.demo;

import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One scenario in the list: name, title, and for how long it runs. FX thread only.
final class ScenarioCell extends ListCell<DemoScenario> {
    private final Supplier<Instant> now;
    private final Label name = SafeText.label("", "oc-strong", "oc-demo-name");
    private final Label title = SafeText.label("", "oc-muted");
    private final StateChip chip = StateChip.small();
    private final HBox content = new HBox();

    ScenarioCell(Supplier<Instant> now) {
        this.now = now;
        name.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0); // as wide as the list, never wider
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        title.setMinWidth(0);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        content.getStyleClass().add("oc-cell");
        content.getChildren().addAll(name, title, space, chip);
    }

    @Override
    protected void updateItem(@Nullable DemoScenario scenario, boolean empty) {
        super.updateItem(scenario, empty);
        setText(null);
        if (empty || scenario == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        SafeText.show(name, scenario.name());
        SafeText.show(title, scenario.title());
        chip.setVisible(scenario.runs());
        scenario.since()
                .ifPresent(since -> chip.show("runs for " + Age.between(since, now.get()), Icon.CLOCK, "oc-demo-runs"));
        setGraphic(content);
        setAccessibleText(scenario.name() + ", " + scenario.title() + (scenario.runs() ? ", runs" : ""));
    }
}
