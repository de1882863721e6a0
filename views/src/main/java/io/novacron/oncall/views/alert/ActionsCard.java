package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Rung;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.SafeText;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every write of this session with each of its steps, newest first. FX thread only.
final class ActionsCard extends VBox {
    private static final int MOST = 100;
    private static final double HEIGHT = 560;

    private final ZoneId zone;
    private final VBox list = new VBox();

    ActionsCard(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("oc-dialog");
        setPrefWidth(760);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        list.getStyleClass().add("oc-dialog-body");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.prefViewportHeightProperty().bind(Bindings.min(HEIGHT, list.heightProperty()));
        getChildren()
                .addAll(
                        new HBox(
                                SafeText.label("Actions of this session", "oc-title"),
                                space,
                                new KeyHint("Esc", "close")),
                        scroll);
    }

    /// @param ladders newest first
    void show(List<Ladder> ladders) {
        list.getChildren().setAll(ladders.stream().limit(MOST).map(this::card).toList());
        if (ladders.isEmpty()) {
            list.getChildren()
                    .add(SafeText.label("Nothing was acknowledged or silenced from this window yet.", "oc-muted"));
        } else if (ladders.size() > MOST) {
            list.getChildren().add(SafeText.label((ladders.size() - MOST) + " older ones are not listed.", "oc-faint"));
        }
    }

    private Node card(Ladder ladder) {
        var what = SafeText.label(ladder.what(), "oc-heading");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(8, what, SafeText.label(ladder.cluster(), "oc-muted"), LadderSteps.outcome(ladder));
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        for (Rung rung : ladder.rungs()) {
            grid.addRow(
                    grid.getRowCount(),
                    SafeText.label(new ExactTime(zone).clock(rung.at()), "oc-mono", "oc-kv-key"),
                    SafeText.label(rung.step().word(), "oc-kv-value"),
                    wrapped(rung.detail()));
        }
        var card = new VBox(head, grid);
        if (ladder.rungs().stream().noneMatch(rung -> rung.detail().equals(ladder.detail()))) {
            card.getChildren().add(wrapped(ladder.detail()));
        }
        if (!ladder.silenceId().isEmpty()) {
            card.getChildren().add(SafeText.label("silence " + ladder.silenceId(), "oc-mono", "oc-faint"));
        }
        card.getStyleClass().add("oc-card");
        return card;
    }

    private static Label wrapped(String text) {
        Label label = SafeText.label("", "oc-muted");
        label.setText(Visible.line(text, 1_000));
        label.setWrapText(true);
        return label;
    }
}
