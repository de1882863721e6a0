package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import java.time.Instant;
import javafx.scene.Node;

/// One side of an alert, a tab of its detail: the detail owns none of them but shows them all. Its node fills the tab
/// and
/// scrolls by itself. Only the tab that is open hears of anything. FX thread only.
public interface AlertPane {

    /// One or two words for the tab.
    String title();

    Node view();

    /// Shows this alert; called when another is selected, when the tab is opened, and again with each new board.
    void show(Alert alert, AlertBoard board, Instant now);

    /// A second went by: ages grow.
    default void tick(Instant now) {}
}
