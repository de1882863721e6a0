package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Vanished;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent.VanishedChanged;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.SilenceTag;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Fx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// In the window's frame: silences of this console that the servers have lost, each a click away from being put back.
/// It
/// must stand in [Layers], over which it asks for what a rule wants typed. FX thread only.
public final class VanishedStrip extends VBox implements AutoCloseable {
    private static final int MOST = 3;

    private final Supplier<List<Vanished>> lost;
    private final Consumer<Vanished> dismiss;
    private final SilenceDesk desk;
    private final ExactTime time;
    private final Subscription news;
    /// What became of putting one back, by silence id.
    private final Map<String, String> told = new HashMap<>();

    /// @param lost    what is lost as of now; `bus` tells when it is another
    /// @param dismiss hears of what is to stay lost
    public VanishedStrip(Supplier<List<Vanished>> lost, Consumer<Vanished> dismiss, SilenceDesk desk, Bus bus) {
        this.lost = lost;
        this.dismiss = dismiss;
        this.desk = desk;
        time = new ExactTime(desk.zone());
        setId("vanished");
        getStyleClass().add("oc-ladders");
        news = bus.subscribe(VanishedChanged.class, changed -> Fx.run(this::show));
        show();
    }

    /// Adds its key to those of the window.
    public void keys(KeyMap keys) {
        keys.on("F6", "put back the silence that the servers lost", this::first);
    }

    @Override
    public void close() {
        news.close();
    }

    private void first() {
        List<Vanished> all = lost.get();
        if (all.isEmpty()) {
            getChildren().setAll(SafeText.label("The servers have lost no silence of this console.", "oc-muted"));
            shown(true);
        } else {
            putBack(all.getFirst());
        }
    }

    private void show() {
        List<Vanished> all = lost.get();
        getChildren().setAll(all.stream().limit(MOST).map(this::line).toList());
        if (all.size() > MOST) {
            getChildren().add(SafeText.label("and " + (all.size() - MOST) + " more", "oc-muted"));
        }
        shown(!all.isEmpty());
    }

    private void shown(boolean anything) {
        setVisible(anything);
        setManaged(anything);
    }

    private Node line(Vanished one) {
        Label name = SafeText.label(Matcher.toText(one.spec().matchers()), "oc-heading");
        name.setMinWidth(120);
        name.setPrefWidth(300);
        name.setGraphic(Icon.BELL_OFF.node());
        name.setTooltip(new Tooltip(name.getText()));
        Label text = SafeText.label(told.getOrDefault(one.silenceId(), sentence(one)), "oc-problem");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(new Tooltip(text.getText()));
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(
                name,
                text,
                button("Put it back (F6)", () -> putBack(one)),
                button("Leave it", () -> dismiss.accept(one)));
        line.getStyleClass().add("oc-ladder-line");
        return line;
    }

    private String sentence(Vanished one) {
        AckRecord ack = one.ack();
        String what = ack == null
                ? "The silence of " + one.spec().createdBy() + " ("
                        + SilenceTag.reason(one.spec().comment()) + ")"
                : "The acknowledgement of " + String.join(", ", ack.owners());
        return what + " was to hold until " + time.clock(one.spec().endsAt()) + ", but no member of " + one.cluster()
                + " that it was given to has it any more: its alerts page again.";
    }

    private void putBack(Vanished one) {
        tell(one, "Being put back, and proved on every member…");
        new AskDialogs(desk.actions(), Layers.of(this)).putBack(one, result -> tell(one, became(result)));
    }

    private void tell(Vanished one, String sentence) {
        told.put(one.silenceId(), sentence);
        show();
    }

    private static String became(ActionResult result) {
        return switch (result) {
            case ActionResult.Refused(String why, Integer count) -> "Not put back: " + why + ".";
            case ActionResult.Invalid(String why) -> "Not put back: " + why + ".";
            case ActionResult.Tried(List<Ladder> ladders) -> {
                Outcome worst = Ladder.worst(ladders);
                String detail = ladders.stream()
                        .filter(ladder -> ladder.outcome() == worst)
                        .map(Ladder::detail)
                        .findFirst()
                        .orElse("");
                yield (worst == Outcome.EFFECTIVE ? "Put back: " : worst + ": ") + detail;
            }
        };
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("oc-small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
