package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Above the list: the search and what it is read as, how many there are, and which of them are of the past. FX thread
/// only.
final class AlertsHead extends VBox {
    private final TextField search = new TextField();
    private final Label mode = SafeText.label("", "oc-faint");
    private final Label problem = SafeText.label("", "oc-problem");
    private final Label counts = SafeText.label("", "oc-muted");
    private final Label selected = SafeText.label("", "oc-link");
    private final VBox past = new VBox();

    /// @param done runs when the operator is through with the field
    AlertsHead(AlertsViewModel model, Runnable done) {
        getStyleClass().add("oc-alerts-head");
        search.setId("alert-search");
        search.setPromptText("Search: words, or matchers such as service=\"checkout\"");
        search.setPrefColumnCount(44);
        search.textProperty().bindBidirectional(model.searchProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                if (search.getText().isEmpty()) {
                    done.run();
                } else {
                    search.clear();
                }
            } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
                event.consume();
                done.run();
            }
        });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        mode.setMinWidth(Region.USE_PREF_SIZE);
        counts.setMinWidth(Region.USE_PREF_SIZE);
        selected.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(Icon.SEARCH.node(), search, mode, space, selected, counts);
        bar.getStyleClass().add("oc-toolbar");
        past.getStyleClass().add("oc-past");
        getChildren().addAll(bar, problem, past);
        model.searchProblemProperty().subscribe(text -> {
            SafeText.show(problem, text);
            shown(problem, !text.isEmpty());
        });
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void selected(int count) {
        selected.setText(count > 1 ? count + " selected" : "");
    }

    void show(AlertList list, AlertFilter filter, Instant now) {
        mode.setText(filter.mode().isEmpty() ? "" : "read as " + filter.mode());
        counts.setText(counts(list));
        shown(past, !list.failing().isEmpty());
        past.getChildren()
                .setAll(list.failing().stream().map(source -> past(source, now)).toList());
    }

    private static String counts(AlertList list) {
        return list.rows().size() == list.total()
                ? AlertActions.alerts(list.total())
                : list.rows().size() + " of " + AlertActions.alerts(list.total());
    }

    private static Node past(SourceStatus source, Instant now) {
        var chip = StateChip.small();
        chip.show(
                source.name() + "  " + StateChip.word(source.state()),
                StateChip.icon(source.state()),
                StateChip.styleClass(source.state()));
        Instant good = source.lastGood();
        String age = good == null
                ? "None of its alerts is known.  "
                : "Its alerts below are of " + Age.ago(good, now) + ".  ";
        var why = SafeText.label(age + source.reason(), "oc-muted");
        why.setMinWidth(0);
        return new HBox(8, chip, why);
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
