package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.topology.Health;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Banner;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Placeholder;
import io.novacron.oncall.views.controls.StateChip;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Services and the calls between them, as a picture or (key `t`) as a table, with the selected service beside it. FX
/// thread only.
public final class TopologyView extends BorderPane {
    private final TopologyViewModel model;
    private final TopologyCanvas canvas;
    private final TopologyTable table;
    private final TopologyDetail detail;
    private final StackPane middle = new StackPane();
    private final SplitPane split = new SplitPane();
    private final Label summary = new Label();
    private final HBox legend = new HBox(6);
    private final Banner edgesBanner = new Banner();
    private final Banner healthBanner = new Banner();
    private final Banner notes = new Banner();
    private final ToggleButton asTable = new ToggleButton("Table", Icon.LOGS.node());
    private String waiting = "";

    public TopologyView(TopologyViewModel model) {
        this.model = model;
        canvas = new TopologyCanvas(model::select);
        table = new TopologyTable(model::select);
        detail = new TopologyDetail(model::select);
        detail.setMinWidth(260);
        SplitPane.setResizableWithParent(detail, false);
        split.getItems().add(middle);
        setTop(new VBox(toolbar(), edgesBanner, healthBanner, notes));
        setCenter(split);
        new KeyMap()
                .on("t", "as a table, as a picture", this::toggle)
                .note("Left Right Up Down", "next service in that direction")
                .note("+ -", "nearer, farther")
                .note("0", "see all")
                .note("Esc", "select nothing")
                .install(this);
        asTable.setOnAction(event -> arrange());
        sceneProperty().subscribe(scene -> model.visible(scene != null));
        model.pictureProperty().subscribe(this::show);
        model.selectedProperty().subscribe(this::showSelected);
    }

    private Region toolbar() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        legend.setAlignment(Pos.CENTER_LEFT);
        summary.getStyleClass().add("oc-muted");
        summary.setMinWidth(USE_PREF_SIZE);
        asTable.setMnemonicParsing(false);
        asTable.setFocusTraversable(false);
        var bar = new HBox(
                summary,
                legend,
                gap,
                new KeyHint("t", "table"),
                new KeyHint("0", "fit"),
                button("–", () -> canvas.zoom(1 / 1.2)),
                button("+", () -> canvas.zoom(1.2)),
                button("Fit", canvas::fit),
                asTable);
        bar.getStyleClass().add("oc-toolbar");
        return bar;
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setMnemonicParsing(false);
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(TopologyPicture picture) {
        canvas.show(picture);
        table.show(picture);
        showSelected(model.selectedProperty().get());
        summary.setText(
                picture.waiting().isEmpty()
                        ? picture.topology().nodes().size() + " services, "
                                + picture.topology().edges().size() + " call paths in 24 h"
                        : "");
        legend(picture);
        caution(edgesBanner, picture.edgesProblem());
        caution(healthBanner, picture.healthProblem());
        if (picture.topology().notes().isEmpty() || !picture.waiting().isEmpty()) {
            notes.hide();
        } else {
            notes.note(String.join(" ", picture.topology().notes()), Icon.QUESTION);
        }
        waiting = picture.waiting();
        arrange();
        if (!waiting.isEmpty()) {
            middle.getChildren().setAll(placeholder(picture));
        }
    }

    private void legend(TopologyPicture picture) {
        legend.getChildren().clear();
        for (Health health : Health.values()) {
            long count = picture.topology().nodes().stream()
                    .filter(node -> node.health() == health)
                    .count();
            if (count > 0) {
                var chip = StateChip.small();
                chip.show(count + " " + health.word(), TopologyTable.icon(health), "oc-health-" + health.word());
                legend.getChildren().add(chip);
            }
        }
    }

    private static void caution(Banner notice, String problem) {
        if (problem.isEmpty()) {
            notice.hide();
        } else {
            notice.caution(problem);
        }
    }

    private static Placeholder placeholder(TopologyPicture picture) {
        return picture.failed() ? Placeholder.failed(picture.waiting()) : Placeholder.loading(picture.waiting());
    }

    private void arrange() {
        Region wanted = asTable.isSelected() ? table : canvas;
        if (waiting.isEmpty() && !middle.getChildren().contains(wanted)) {
            middle.getChildren().setAll(wanted);
        }
    }

    private void showSelected(String id) {
        canvas.showSelected(id);
        table.showSelected(id);
        detail.show(model.picture(), id);
        boolean wanted = model.picture().node(id).isPresent();
        if (wanted && split.getItems().size() == 1) {
            split.getItems().add(detail);
            split.setDividerPositions(0.74);
        } else if (!wanted) {
            split.getItems().remove(detail);
        }
    }

    private void toggle() {
        asTable.setSelected(!asTable.isSelected());
        arrange();
        requestFocus();
    }

    @Override
    public void requestFocus() {
        if (asTable.isSelected()) {
            table.focusRows();
        } else {
            canvas.requestFocus();
        }
    }
}
