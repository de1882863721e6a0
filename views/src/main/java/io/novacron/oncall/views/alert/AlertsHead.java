package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Above the list: the search and what it is read as, what is picked or hidden, how many there are, and which of them
/// are
/// of the past. FX thread only.
final class AlertsHead extends VBox {
    /// Below this width, in em, only what must be there is there.
    private static final double TIGHT = 50;

    private final TriageModel triage;
    private final TextField search = new TextField();
    private final Label mode = SafeText.label("", "oc-faint");
    private final Label problem = SafeText.label("", "oc-problem");
    private final Label counts = SafeText.label("", "oc-muted");
    private final Label selected = SafeText.label("", "oc-link");
    private final Label shared = SafeText.label("", "oc-faint");
    private final FlowPane chips = new FlowPane();
    private final VBox past = new VBox();

    private record Past(SourceStatus source, String age) {}

    private List<Past> pastShown = List.of();

    /// @param done runs when the operator is through with the field
    /// @param view opens what else the list can be told, at the right end
    AlertsHead(TriageModel triage, Runnable done, Node... view) {
        this.triage = triage;
        getStyleClass().add("oc-alerts-head");
        search.setId("alert-search");
        search.setPromptText("Search: words, service=\"checkout\", @owner=ana, @age>10m");
        search.setPrefColumnCount(30);
        search.setMinWidth(120);
        search.textProperty().bindBidirectional(triage.searchProperty());
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
        HBox.setHgrow(search, Priority.SOMETIMES);
        search.setMaxWidth(520);
        mode.setMinWidth(Region.USE_PREF_SIZE);
        shared.setMinWidth(0);
        counts.setMinWidth(Region.USE_PREF_SIZE);
        selected.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(Icon.SEARCH.node(), search, mode, space, shared, selected, counts);
        bar.getChildren().addAll(view);
        bar.getStyleClass().add("oc-toolbar");
        chips.getStyleClass().add("oc-picks");
        past.getStyleClass().add("oc-past");
        getChildren().addAll(bar, problem, chips, past);
        triage.problemProperty().subscribe(text -> Shown.text(problem, text));
    }

    @Override
    protected void layoutChildren() {
        boolean tight = getWidth() < TIGHT * search.getFont().getSize();
        Shown.present(mode, !tight && !mode.getText().isEmpty());
        Shown.present(shared, !tight && !shared.getText().isEmpty());
        super.layoutChildren();
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void selected(int count) {
        Shown.text(selected, count > 1 ? count + " selected" : "");
    }

    void show(AlertList list, Instant now) {
        String read = list.wish().query().mode();
        Shown.text(mode, read.isEmpty() ? "" : "read as " + read);
        counts.setText(counts(list));
        String labels = AlertRow.telling(list.shared().byName().entrySet().stream());
        Shown.text(shared, labels.isEmpty() ? "" : "all: " + labels);
        chips(list);
        tick(list, now);
    }

    /// Ages grow.
    void tick(AlertList list, Instant now) {
        List<Past> wanted = list.failing().stream()
                .map(source -> new Past(source, age(source, now)))
                .toList();
        if (!wanted.equals(pastShown)) {
            pastShown = wanted;
            past.getChildren().setAll(wanted.stream().map(AlertsHead::past).toList());
        }
        Shown.present(past, !wanted.isEmpty());
    }

    private void chips(AlertList list) {
        var all = new ArrayList<Node>();
        list.wish()
                .picks()
                .byField()
                .forEach((field, values) -> all.add(chip(said(field, values), () -> triage.unpick(field))));
        if (list.hidden() > 0) {
            all.add(chip(AlertActions.alerts(list.hidden()) + " hidden here only", triage::unhideAll));
        }
        chips.getChildren().setAll(all);
        Shown.present(chips, !all.isEmpty());
    }

    private static Node chip(String text, Runnable away) {
        var chip = new Button("", Icon.CROSS.node());
        SafeText.show(chip, text);
        chip.getStyleClass().addAll("oc-small-button", "oc-pick");
        chip.setFocusTraversable(false);
        chip.setOnAction(event -> away.run());
        chip.setAccessibleText(text + ", take away");
        return chip;
    }

    private static String said(Field field, Set<String> values) {
        var said = new StringJoiner(" or ", field.text() + " ", "");
        values.forEach(value -> said.add(value.isEmpty() ? "(none)" : value));
        return said.toString();
    }

    private static String counts(AlertList list) {
        return list.alerts() == list.total()
                ? AlertActions.alerts(list.total())
                : list.alerts() + " of " + AlertActions.alerts(list.total());
    }

    private static String age(SourceStatus source, Instant now) {
        Instant good = source.lastGood();
        return good == null
                ? "None of its alerts is known.  "
                : "Its alerts below are of " + Age.ago(good, now) + ".  ";
    }

    private static Node past(Past of) {
        var chip = StateChip.small();
        SourceStatus source = of.source();
        chip.show(
                source.name() + "  " + StateChip.word(source.state()),
                StateChip.icon(source.state()),
                StateChip.styleClass(source.state()));
        var why = SafeText.label(of.age() + source.reason(), "oc-muted");
        why.setMinWidth(0);
        return new HBox(8, chip, why);
    }
}
