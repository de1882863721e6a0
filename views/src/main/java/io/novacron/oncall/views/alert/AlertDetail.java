package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;

/// One alert from all its sides: a row of tabs above the one that is open, which stays open when another alert is
/// selected. FX thread only.
final class AlertDetail extends BorderPane {
    private record Shown(Alert alert, AlertBoard board) {}

    private final List<AlertPane> panes;
    private final List<ToggleButton> tabs = new ArrayList<>();
    private Optional<Shown> shown = Optional.empty();
    private Instant now = Instant.EPOCH;
    private int at;

    /// @param panes at least one; the first is open at the beginning
    AlertDetail(List<AlertPane> panes) {
        this.panes = List.copyOf(panes);
        getStyleClass().add("oc-alert-detail");
        setMinWidth(300);
        for (int i = 0; i < panes.size(); i++) {
            tabs.add(tab(i));
        }
        var row = new FlowPane();
        row.getStyleClass().add("oc-tabs");
        row.getChildren().addAll(tabs);
        if (panes.size() > 1) {
            setTop(row);
        }
        open(0);
    }

    void show(Alert alert, AlertBoard board, Instant newNow) {
        shown = Optional.of(new Shown(alert, board));
        now = newNow;
        panes.get(at).show(alert, board, newNow);
    }

    void tick(Instant newNow) {
        now = newNow;
        panes.get(at).tick(newNow);
    }

    /// The next tab for 1, the one before for -1, in a circle.
    void turn(int step) {
        open(Math.floorMod(at + step, panes.size()));
    }

    /// Opens the side with this title; false if there is none.
    boolean open(String title) {
        for (int i = 0; i < panes.size(); i++) {
            if (panes.get(i).title().equals(title)) {
                open(i);
                return true;
            }
        }
        return false;
    }

    private ToggleButton tab(int index) {
        var tab = new ToggleButton(panes.get(index).title());
        tab.setMnemonicParsing(false);
        tab.getStyleClass().add("oc-tab");
        tab.setFocusTraversable(false); // the keys of the list go on working; Ctrl+Tab turns
        tab.setOnAction(event -> open(index));
        return tab;
    }

    private void open(int index) {
        at = index;
        for (int i = 0; i < tabs.size(); i++) {
            tabs.get(i).setSelected(i == index);
        }
        AlertPane pane = panes.get(index);
        shown.ifPresent(what -> pane.show(what.alert(), what.board(), now));
        setCenter(pane.view());
    }
}
