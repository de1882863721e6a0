package io.novacron.oncall.views.demo;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.SafeText;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The chosen scenario: start or stop it, and its cause, which stays hidden until it is asked for. FX thread only.
final class ScenarioPane extends VBox {
    private static final int LONGEST = 1_000;
    private static final String HIDDEN = "The cause is hidden, so that there is something to find.";

    private final Button toggle = new Button();
    private final Button reveal = new Button("Reveal the cause", Icon.LOCK.node());
    private final VBox truth = new VBox();
    private final ScrollPane scroll = new ScrollPane(truth);
    private String name = "";
    private List<DemoScenario.Section> cause = List.of();

    ScenarioPane(Runnable act) {
        getStyleClass().add("oc-dialog-body");
        toggle.setId("demo-toggle");
        toggle.setOnAction(event -> act.run());
        toggle.getStyleClass().add("accent");
        reveal.setId("demo-reveal");
        reveal.setOnAction(event -> reveal());
        reveal.setMnemonicParsing(false);
        truth.setId("demo-truth");
        truth.getStyleClass().add("oc-preview");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "oc-demo-truth");
        scroll.setMinHeight(0);
        getChildren().addAll(new HBox(8, toggle, reveal), scroll);
    }

    /// Another scenario hides its cause again; the same one, started or stopped, leaves it as it is.
    void show(@Nullable DemoScenario scenario) {
        if (scenario == null) {
            return;
        }
        toggle.setMnemonicParsing(false);
        toggle.setText((scenario.runs() ? "Stop " : "Start ") + scenario.name());
        cause = scenario.truth();
        if (!name.equals(scenario.name())) {
            name = scenario.name();
            truth.getChildren().setAll(line(HIDDEN, "oc-muted"));
            scroll.setVvalue(0);
            reveal.setDisable(false);
        }
    }

    void reveal() {
        truth.getChildren().clear();
        for (DemoScenario.Section section : cause) {
            truth.getChildren().add(SafeText.label(section.heading(), "oc-overline"));
            section.lines().forEach(text -> truth.getChildren().add(line(text, "oc-kv-value")));
        }
        reveal.setDisable(true);
    }

    /// Moves the cause by what is visible of it, down where `pages` is positive; it never takes the focus, so that the
    /// arrows go on choosing a scenario.
    void turn(int pages) {
        double visible = scroll.getViewportBounds().getHeight();
        double hidden = truth.getHeight() - visible;
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + pages * visible / hidden, 0, 1));
        }
    }

    private static Label line(String text, String styleClass) {
        Label label = SafeText.label("", styleClass);
        label.setText(Visible.line(text, LONGEST));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
