package io.novacron.oncall.views.demo;

import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Instant;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line above everything which says that nothing here is production, and what is going on. FX thread only.
public final class DemoStrip extends HBox {
    private final DemoDesk desk;
    private final Label running = SafeText.label("", "oc-demo-running");

    /// @param key  that opens the scenarios
    /// @param open opens them, too, on a click
    public DemoStrip(DemoDesk desk, String key, Runnable open) {
        this.desk = desk;
        getStyleClass().add("oc-demo");
        var word = SafeText.label("DEMO", "oc-demo-word");
        word.setGraphic(Icon.MONITOR.node());
        word.setMinWidth(Region.USE_PREF_SIZE);
        var what = SafeText.label("simulated platform, seed " + desk.seed());
        what.setMinWidth(Region.USE_PREF_SIZE);
        running.setMinWidth(0);
        running.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(running, Priority.ALWAYS);
        var hint = new KeyHint(key, "scenarios");
        hint.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(word, what, running, hint);
        setOnMouseClicked(event -> open.run());
    }

    public void show(Instant now) {
        String names = desk.running().stream()
                .map(scenario ->
                        scenario.name() + " for " + Age.between(scenario.since().orElse(now), now))
                .collect(Collectors.joining("  ·  "));
        SafeText.show(running, names.isEmpty() ? "no scenario runs" : names);
    }
}
