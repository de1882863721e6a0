package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Consent;
import io.novacron.oncall.core.action.ExpireSilence;
import io.novacron.oncall.core.action.ExtendSilence;
import io.novacron.oncall.core.action.Reapply;
import io.novacron.oncall.core.action.Vanished;
import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Dialogs;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The questions before silences are extended or ended, and the second one where a rule asks for a count and a reason.
/// FX thread only.
final class AskDialogs {
    private static final double WIDTH = 540;

    /// Runs the action with what was typed to go on.
    private interface Attempt {
        void run(Consent consent, Consumer<ActionResult> then);
    }

    private final SilenceActions actions;
    private final Layers layers;

    AskDialogs(SilenceActions actions, Layers layers) {
        this.actions = actions;
        this.layers = layers;
    }

    /// Asks how long from now.
    ///
    /// @param follow hears of the batch when it begins (result null) and when it ends
    /// @param say    hears why nothing was tried
    void extend(List<SilenceRow> rows, BiConsumer<Batch, ActionResult> follow, Consumer<String> say) {
        var length = new TextField("1h");
        length.setId("extend-length");
        length.setPrefColumnCount(8);
        var choices = new HBox(6, length);
        choices.getStyleClass().add("oc-cell");
        for (String preset : List.of("30m", "1h", "2h", "4h", "8h")) {
            var choice = button(preset);
            choice.getStyleClass().add("oc-small-button");
            choice.setMinWidth(Region.USE_PREF_SIZE);
            choice.setOnAction(event -> length.setText(preset));
            choices.getChildren().add(choice);
        }
        Label problem = SafeText.label("", "oc-problem");
        var yes = new Button("Extend", Icon.CLOCK.node());
        yes.getStyleClass().add("accent");
        var card = new VBox[1];
        card[0] = Dialogs.of(
                "Extend " + SilenceActions.silences(rows.size()),
                yes,
                () -> layers.close(card[0]),
                Dialogs.text(
                        "Each then ends so long from now, by the server's clock, be that later or earlier than it would."
                                + " One that has ended is left alone.",
                        "oc-muted"),
                Dialogs.field("FROM NOW", choices),
                problem);
        card[0].setPrefWidth(WIDTH);
        yes.setOnAction(event -> {
            try {
                Duration lasting = PromDuration.parse(length.getText().strip());
                layers.close(card[0]);
                extend(rows, lasting, follow, say);
            } catch (DurationSyntaxException e) {
                SafeText.show(problem, String.valueOf(e.getMessage()));
            }
        });
        layers.openDialog(card[0], () -> {});
        length.requestFocus();
        length.selectAll();
    }

    void extend(List<SilenceRow> rows, Duration lasting, BiConsumer<Batch, ActionResult> follow, Consumer<String> say) {
        List<String> ids = ids(rows);
        attempt(
                Batch.begun(
                        "Extend to " + PromDuration.format(lasting) + " from now",
                        rows,
                        (ask, others, then, problem) -> ask.extend(others, lasting, then, problem)),
                (consent, then) -> actions.extend(new ExtendSilence.Request(ids, lasting, consent), then),
                follow,
                say);
    }

    /// Ends them now; what others began asks for the count and a reason.
    void expire(List<SilenceRow> rows, BiConsumer<Batch, ActionResult> follow, Consumer<String> say) {
        List<String> ids = ids(rows);
        attempt(
                Batch.begun("Expire now", rows, AskDialogs::expire),
                (consent, then) ->
                        actions.expire(new ExpireSilence.Request(ids, consent.count(), consent.reason()), then),
                follow,
                say);
    }

    /// Puts one back that the servers have lost; what it hits by now may ask for the count and a reason.
    ///
    /// @param then hears what became of it; not where the question was closed unanswered, which puts nothing back
    void putBack(Vanished lost, Consumer<ActionResult> then) {
        actions.putBack(new Reapply.Request(lost, Consent.NONE), result -> {
            then.accept(result);
            if (result instanceof ActionResult.Refused refused && refused.confirm() != null) {
                confirm(
                        "Put a silence back",
                        refused,
                        refused.confirm(),
                        consent -> actions.putBack(new Reapply.Request(lost, consent), then));
            }
        });
    }

    private void attempt(Batch batch, Attempt attempt, BiConsumer<Batch, ActionResult> follow, Consumer<String> say) {
        follow.accept(batch, PENDING);
        attempt.run(Consent.NONE, result -> {
            if (result instanceof ActionResult.Refused refused && refused.confirm() != null) {
                follow.accept(Batch.NONE, result);
                confirm(
                        batch.verb() + ": "
                                + SilenceActions.silences(batch.items().size()),
                        refused,
                        refused.confirm(),
                        consent -> {
                            follow.accept(batch, PENDING);
                            attempt.run(consent, tried -> end(batch, tried, follow, say));
                        });
            } else {
                end(batch, result, follow, say);
            }
        });
    }

    /// Stands for a result that is not there yet.
    static final ActionResult PENDING = new ActionResult.Tried(List.of());

    private void confirm(String title, ActionResult.Refused refused, int count, Consumer<Consent> goOn) {
        var typed = new TextField();
        typed.setId("ask-count");
        typed.setMaxWidth(120);
        var reason = new TextField();
        reason.setId("ask-reason");
        var yes = new Button("Go on", Icon.CHECK.node());
        yes.getStyleClass().add("danger");
        boolean why = refused.why().contains("reason");
        Runnable gate = () -> yes.setDisable(!typed.getText().strip().equals(Integer.toString(count))
                || (why && reason.getText().isBlank()));
        typed.textProperty().subscribe(gate);
        reason.textProperty().subscribe(gate);
        gate.run();
        var card = new VBox[1];
        card[0] = Dialogs.of(
                title,
                yes,
                () -> layers.close(card[0]),
                Dialogs.text("Not yet: " + refused.why() + "."),
                Dialogs.field("TYPE THE COUNT " + count, typed));
        if (why) {
            card[0].getChildren().add(card[0].getChildren().size() - 1, Dialogs.field("REASON", reason));
        }
        card[0].setPrefWidth(WIDTH);
        yes.setOnAction(event -> {
            layers.close(card[0]);
            goOn.accept(new Consent(count, reason.getText().strip()));
        });
        layers.openDialog(card[0], () -> {});
        typed.requestFocus();
    }

    private static void end(
            Batch batch, ActionResult result, BiConsumer<Batch, ActionResult> follow, Consumer<String> say) {
        switch (result) {
            case ActionResult.Tried tried -> follow.accept(batch, tried);
            case ActionResult.Refused(String why, Integer count) -> {
                follow.accept(Batch.NONE, result);
                say.accept("Not written: " + why + ".");
            }
            case ActionResult.Invalid(String why) -> {
                follow.accept(Batch.NONE, result);
                say.accept("Not written: " + why + ".");
            }
        }
    }

    private static List<String> ids(List<SilenceRow> rows) {
        return rows.stream().map(row -> row.id().silence()).toList();
    }

    private static Button button(String text) {
        var button = new Button(text);
        button.setMnemonicParsing(false);
        return button;
    }
}
