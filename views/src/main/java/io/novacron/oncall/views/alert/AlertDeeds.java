package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertLink;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.views.controls.Layers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What can be done with the selected alerts. Dialogs open over the [Layers] that the view stands in. FX thread only.
final class AlertDeeds {
    private final AlertsViewModel model;
    private final AlertsView.Outside outside;
    private final AlertTable table;
    private final Node view;
    private final Predicate<String> openSide;
    private final AckDialogs acks;

    /// @param view     stands in the layers over which dialogs open
    /// @param openSide shows the side of the selected alert with this title; false if there is none
    AlertDeeds(
            AlertsViewModel model,
            AlertsView.Outside outside,
            AlertTable table,
            Node view,
            Predicate<String> openSide) {
        this.model = model;
        this.outside = outside;
        this.table = table;
        this.view = view;
        this.openSide = openSide;
        acks = new AckDialogs(model);
    }

    /// Adds them to what can be done.
    void tell(AlertCommands commands) {
        commands.part()
                .on("a", "acknowledge while it fires", () -> act(this::take))
                .on("A", "un-acknowledge", () -> act(keys -> acks.unacknowledge(keys, layers())))
                .on("c", "acknowledge with a comment, or change it…", this::comment)
                .on("s", "silence…", this::silence)
                .on("e", "extend its silence…", this::extendSilence)
                .on("h", "hide here only", this::hide)
                .on("Ctrl+Z", "take back the last own action", model::undo)
                .part()
                .on("q", "why it is quiet", this::whyQuiet)
                .on("r", "runbook", this::runbook)
                .on("y", "copy link", () -> copy("link", AlertDeeds::link))
                .on("Y", "copy as JSON", () -> copy("JSON", outside.json()));
    }

    /// The alert under the cursor, as it is now; empty on the head of a group and where it is gone.
    Optional<Alert> selected() {
        return table.anchor()
                .selectedProperty()
                .get()
                .flatMap(line -> line instanceof AlertRow row
                        ? Optional.ofNullable(model.listProperty().get().board().alert(row.key()))
                        : Optional.empty());
    }

    void acknowledgeAgain(AlertKey key) {
        take(List.of(key));
    }

    private void take(List<AlertKey> keys) {
        acks.take(new Acknowledge.Request(keys, Acknowledge.LONGEST_HOLD, "", true), layers());
    }

    private void act(Consumer<List<AlertKey>> deed) {
        deed.accept(table.chosenAlerts());
    }

    /// Begins with the reason they have, where all of them were taken for one.
    private void comment() {
        AlertBoard board = model.listProperty().get().board();
        List<AlertKey> keys = table.chosenAlerts();
        List<String> reasons = keys.stream()
                .map(board::alert)
                .map(alert ->
                        alert == null || alert.ack() == null || alert.ack().foreign()
                                ? ""
                                : alert.ack().comment())
                .distinct()
                .toList();
        acks.acknowledge(keys, reasons.size() == 1 ? reasons.getFirst() : "", layers());
    }

    private Layers layers() {
        return Layers.of(view);
    }

    private void hide() {
        AlertBoard board = model.listProperty().get().board();
        model.hide(table.chosenAlerts().stream()
                .flatMap(key -> Stream.ofNullable(board.alert(key)))
                .toList());
    }

    private void silence() {
        outside.silences().silence(table.chosenAlerts(), layers(), model::say, model::silenced);
    }

    private void extendSilence() {
        selected()
                .ifPresentOrElse(
                        alert -> outside.silences().extend(alert.key(), layers(), model::say),
                        () -> model.say("No alert is selected."));
    }

    private void whyQuiet() {
        Optional<Alert> alert = selected();
        if (alert.isEmpty()) {
            model.say("No alert is selected.");
        } else if (alert.get().state() == AlertState.FIRING || !openSide.test(AlertFacts.TITLE)) {
            model.say("It fires: nothing keeps it quiet.");
        }
    }

    private void runbook() {
        Optional<Alert> alert = selected();
        if (alert.isPresent() && openSide.test("Runbook")) {
            return;
        }
        String address = alert.map(Alert::runbook).orElse(null);
        if (address == null) {
            model.say(alert.isPresent() ? "This alert names no runbook." : "No alert is selected.");
        } else {
            outside.links().open(address, view);
        }
    }

    private void copy(String what, Function<Alert, String> text) {
        Optional<Alert> alert = selected();
        if (alert.isEmpty()) {
            model.say("No alert is selected.");
            return;
        }
        var content = new ClipboardContent();
        content.putString(text.apply(alert.get()));
        Clipboard.getSystemClipboard().setContent(content);
        model.say("Copied the " + what + " of " + Visible.line(alert.get().name(), 80) + ".");
    }

    private static String link(Alert alert) {
        return AlertLink.to(alert.key()).text();
    }
}
