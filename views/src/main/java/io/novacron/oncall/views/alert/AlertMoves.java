package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.AlertState;
import java.util.List;

/// The ways through the list of alerts by keys. FX thread only.
final class AlertMoves {
    private final AlertTable table;
    private final AlertsViewModel model;

    AlertMoves(AlertTable table, AlertsViewModel model) {
        this.table = table;
        this.model = model;
    }

    /// Adds them to what can be done.
    ///
    /// @param open opens the line under the cursor
    void tell(AlertCommands commands, Runnable open) {
        commands.on("j", "next alert", () -> table.cursor().move(1))
                .on("k", "previous alert", () -> table.cursor().move(-1))
                .on("Enter o", "open the alert, or a group", open)
                .on("n", "next that fires un-acked", () -> seek(1))
                .on("p", "previous that fires un-acked", () -> seek(-1))
                .on("x", "mark, and gather more", () -> table.cursor().mark())
                .on("X", "mark all shown", () -> table.cursor().markAll());
    }

    /// Closes or opens the group under the cursor; from inside, closing first goes to the head.
    void fold(boolean close) {
        int at = table.view().getFocusModel().getFocusedIndex();
        List<Line> all = table.view().getItems();
        while (close && at > 0 && at < all.size() && all.get(at) instanceof AlertRow row && row.grouped()) {
            at--;
        }
        if (at >= 0 && at < all.size() && all.get(at) instanceof GroupRow group) {
            table.anchor().select(group.id());
            model.triage().collapse(group.id(), close);
        }
    }

    private void seek(int step) {
        if (!table.cursor().seek(step, AlertMoves::waits)) {
            model.say("No further alert fires un-acknowledged in this direction.");
        }
    }

    private static boolean waits(Line line) {
        return switch (line) {
            case AlertRow row -> row.state() == AlertState.FIRING;
            case GroupRow group -> group.collapsed() && group.fires();
        };
    }
}
