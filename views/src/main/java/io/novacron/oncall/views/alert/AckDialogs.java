package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Unacknowledge;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Dialogs;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The dialogs around an acknowledgement: with a reason and a length of one's own, and the second question before
/// somebody
/// else's is ended. FX thread only.
final class AckDialogs {
    private static final double WIDTH = 520;

    private final AlertsViewModel model;

    AckDialogs(AlertsViewModel model) {
        this.model = model;
    }

    /// Takes alerts with a reason and for a time of one's own; of those that somebody has taken already the reason is
    /// changed so, and one's name added.
    ///
    /// @param before the reason that they have already; may be empty
    void acknowledge(List<AlertKey> keys, String before, Layers layers) {
        var reason = new TextField(before);
        reason.setId("ack-reason");
        reason.setPromptText("investigating");
        var hold = new TextField(PromDuration.format(Acknowledge.LONGEST_HOLD));
        hold.setId("ack-hold");
        Label problem = SafeText.label("", "oc-problem");
        var yes = new Button("Acknowledge", Icon.USER.node());
        yes.getStyleClass().add("accent");
        Label cost = Dialogs.text("Reading whom its route tells…", "oc-muted");
        model.costOf(keys, sentences -> SafeText.show(cost, String.join(" ", sentences)));
        var card = new VBox[1];
        card[0] = Dialogs.of(
                (before.isEmpty() ? "Acknowledge " : "Change the acknowledgement of ")
                        + AlertActions.alerts(keys.size()),
                yes,
                () -> layers.close(card[0]),
                cost,
                Dialogs.field("REASON", reason),
                Dialogs.field("FOR, AT MOST " + PromDuration.format(Acknowledge.LONGEST_HOLD), hold),
                problem);
        card[0].setPrefWidth(WIDTH);
        yes.setOnAction(event -> {
            try {
                Duration length = PromDuration.parse(hold.getText().strip());
                layers.close(card[0]);
                take(new Acknowledge.Request(keys, length, reason.getText(), true), layers);
            } catch (DurationSyntaxException e) {
                problem.setText(e.getMessage());
            }
        });
        layers.openDialog(card[0], () -> {});
        reason.requestFocus();
    }

    /// Takes alerts; where that needs many silences asks for the count.
    void take(Acknowledge.Request request, Layers layers) {
        model.acknowledge(request, refused -> confirm(request, refused, layers));
    }

    private void confirm(Acknowledge.Request request, ActionResult.Refused refused, Layers layers) {
        int count = refused.confirm() == null ? 0 : refused.confirm();
        var typed = new TextField();
        typed.setId("ack-count");
        var yes = new Button("Acknowledge", Icon.USER.node());
        yes.getStyleClass().add("accent");
        yes.setDisable(true);
        typed.textProperty().subscribe(text -> yes.setDisable(!text.strip().equals(Integer.toString(count))));
        var card = new VBox[1];
        card[0] = Dialogs.of(
                "Acknowledge that many?",
                yes,
                () -> layers.close(card[0]),
                Dialogs.text("Not yet: " + refused.why() + "."),
                Dialogs.field("TYPE THE COUNT " + count, typed));
        card[0].setPrefWidth(WIDTH);
        yes.setOnAction(event -> {
            layers.close(card[0]);
            model.acknowledge(
                    new Acknowledge.Request(request.keys(), request.hold(), request.reason(), true, count),
                    again -> model.complain("Not acknowledged: " + again.why() + "."));
        });
        layers.openDialog(card[0], () -> {});
        typed.requestFocus();
    }

    /// Gives back what is one's own at once; for what is somebody else's asks for the count and a reason.
    void unacknowledge(List<AlertKey> keys, Layers layers) {
        model.unacknowledge(new Unacknowledge.Request(keys, null, ""), refused -> confirm(keys, refused, layers));
    }

    private void confirm(List<AlertKey> keys, ActionResult.Refused refused, Layers layers) {
        int count = refused.confirm() == null ? 0 : refused.confirm();
        var typed = new TextField();
        typed.setId("unack-count");
        var reason = new TextField();
        reason.setId("unack-reason");
        var yes = new Button("End it", Icon.CROSS.node());
        yes.getStyleClass().add("danger");
        yes.setDisable(true);
        Runnable gate = () -> yes.setDisable(!typed.getText().strip().equals(Integer.toString(count))
                || reason.getText().isBlank());
        typed.textProperty().subscribe(gate);
        reason.textProperty().subscribe(gate);
        var card = new VBox[1];
        card[0] = Dialogs.of(
                "End what somebody else began?",
                yes,
                () -> layers.close(card[0]),
                Dialogs.text("Not yet: " + refused.why() + "."),
                Dialogs.field("TYPE THE COUNT " + count, typed),
                Dialogs.field("REASON", reason));
        card[0].setPrefWidth(WIDTH);
        yes.setOnAction(event -> {
            layers.close(card[0]);
            model.unacknowledge(
                    new Unacknowledge.Request(keys, count, reason.getText().strip()),
                    again -> model.complain("Not given back: " + again.why() + "."));
        });
        layers.openDialog(card[0], () -> {});
        typed.requestFocus();
    }
}
