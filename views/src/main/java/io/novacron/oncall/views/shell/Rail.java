package io.novacron.oncall.views.shell;

import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.KeyHint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The views, one below the other, and what concerns the window itself at the foot. FX thread only.
final class Rail extends VBox {
    private final VBox views = new VBox();
    private final List<Label> labels = new ArrayList<>();
    private final List<Node> keys = new ArrayList<>();

    /// What concerns the window itself.
    record Foot(String title, Icon icon, String key, Runnable action) {}

    Rail(List<ViewSpec> specs, Consumer<String> open, List<Foot> feet) {
        getStyleClass().add("oc-rail");
        views.getStyleClass().add("oc-rail-views");
        int number = 1;
        for (ViewSpec spec : specs) {
            var button = button(spec.title(), spec.icon(), "Ctrl+" + number++);
            button.setUserData(spec.name());
            button.setOnAction(event -> open.accept(spec.name()));
            views.getChildren().add(button);
        }
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(views, space);
        feet.forEach(foot -> getChildren().add(button(foot)));
    }

    void select(String name) {
        for (Node child : views.getChildren()) {
            ((ToggleButton) child).setSelected(name.equals(child.getUserData()));
        }
    }

    /// In a narrow window there are only the icons; names and keys stand in the help.
    void tight(boolean now) {
        getStyleClass().remove("oc-rail-tight");
        if (now) {
            getStyleClass().add("oc-rail-tight");
        }
        labels.forEach(label -> label.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        keys.forEach(key -> {
            key.setVisible(!now);
            key.setManaged(!now);
        });
    }

    private ToggleButton button(Foot foot) {
        var button = button(foot.title(), foot.icon(), foot.key());
        button.setOnAction(event -> {
            button.setSelected(false);
            foot.action().run();
        });
        return button;
    }

    /// The key stands at the right end, so the button's content is laid out by us.
    private ToggleButton button(String title, Icon icon, String key) {
        var label = new Label(title, icon.node());
        label.setMnemonicParsing(false);
        label.getStyleClass().add("oc-rail-label");
        var content = new BorderPane();
        content.getStyleClass().add("oc-rail-content");
        labels.add(label);
        content.setLeft(label);
        var hint = new HBox(new KeyHint(key, ""));
        hint.getStyleClass().add("oc-rail-key");
        keys.add(hint);
        content.setRight(hint);
        var button = new ToggleButton("", content);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("oc-rail-button");
        button.setAccessibleText(title);
        return button;
    }
}
