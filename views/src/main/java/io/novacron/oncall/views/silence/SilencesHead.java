package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import io.novacron.oncall.views.silence.SilenceFilter.Chip;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Above the list: the search, the choices with how many each would leave, and which sources are of the past. FX thread
/// only.
final class SilencesHead extends VBox {
    private final TextField search = new TextField();
    private final Map<Chip, ToggleButton> chips = new EnumMap<>(Chip.class);
    private final Label counts = SafeText.label("", "oc-muted");
    private final Label selected = SafeText.label("", "oc-link");
    private final VBox past = new VBox();

    /// @param done runs when the operator is through with the field
    SilencesHead(SilencesViewModel model, Runnable done) {
        getStyleClass().add("oc-alerts-head");
        search.setId("silence-search");
        search.setPromptText("Search: matchers, owner, reason, id");
        search.setPrefColumnCount(30);
        search.textProperty().bindBidirectional(model.searchProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                event.consume();
                search.clear();
            } else if (event.getCode() == KeyCode.ESCAPE
                    || event.getCode() == KeyCode.ENTER
                    || event.getCode() == KeyCode.DOWN) {
                event.consume();
                done.run();
            }
        });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        counts.setMinWidth(Region.USE_PREF_SIZE);
        selected.setMinWidth(Region.USE_PREF_SIZE);
        var choices = new FlowPane(6, 4);
        choices.setPrefWrapLength(620);
        for (Chip chip : Chip.values()) {
            var button = new ToggleButton(chip.title());
            button.setMnemonicParsing(false);
            button.getStyleClass().add("oc-small-button");
            button.setFocusTraversable(false);
            button.setOnAction(event -> model.toggle(chip));
            chips.put(chip, button);
            choices.getChildren().add(button);
        }
        model.chipsProperty().subscribe(now -> chips.forEach((chip, button) -> button.setSelected(now.contains(chip))));
        var bar = new HBox(Icon.SEARCH.node(), search, choices, space, selected, counts);
        bar.getStyleClass().add("oc-toolbar");
        past.getStyleClass().add("oc-past");
        getChildren().addAll(bar, past);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void selected(int count) {
        selected.setText(count > 1 ? count + " selected" : "");
    }

    void show(SilenceList list, Instant now) {
        chips.forEach((chip, button) ->
                button.setText(chip.title() + "  " + list.counts().getOrDefault(chip, 0)));
        counts.setText(
                list.rows().size() == list.total()
                        ? SilenceActions.silences(list.total())
                        : list.rows().size() + " of " + SilenceActions.silences(list.total()));
        past.setVisible(!list.failing().isEmpty());
        past.setManaged(!list.failing().isEmpty());
        past.getChildren()
                .setAll(list.failing().stream().map(source -> past(source, now)).toList());
    }

    private static Node past(SourceStatus source, Instant now) {
        var chip = StateChip.small();
        chip.show(
                source.name() + "  " + StateChip.word(source.state()),
                StateChip.icon(source.state()),
                StateChip.styleClass(source.state()));
        Instant good = source.lastGood();
        String age = good == null
                ? "None of its silences is known.  "
                : "Its silences below are of " + Age.ago(good, now) + ".  ";
        var why = SafeText.label(age + source.reason(), "oc-muted");
        why.setMinWidth(0);
        return new HBox(8, chip, why);
    }
}
