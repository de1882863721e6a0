package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Banner;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Placeholder;
import io.novacron.oncall.views.controls.TableSteps;
import io.novacron.oncall.views.fx.Question;
import io.novacron.oncall.views.fx.Question.Phase;
import io.novacron.oncall.views.fx.TableAnchor;
import io.novacron.oncall.views.trace.TraceViewModel.Hits;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Traces: the search, its hits, and under them the waterfall of the one that is open. `/` goes to the search, `j` `k`
/// move, Enter goes into the waterfall, Esc back and out of a search that takes long. FX thread only.
public final class TraceView extends BorderPane {
    private final TraceViewModel model;
    private final ExactTime times;
    private final SearchForm form;
    private final TraceList list;
    private final TableAnchor<TraceRow> anchor;
    private final TracePane trace;
    private final Banner searchBanner = new Banner();
    private final Banner openBanner = new Banner();
    private final Label summary = new Label();
    private final StackPane hits = new StackPane();
    private final SplitPane split = new SplitPane();

    /// @param zone the user's own time zone
    public TraceView(TraceViewModel model, ZoneId zone) {
        this.model = model;
        times = new ExactTime(zone);
        form = new SearchForm(model);
        list = new TraceList(times);
        anchor = new TableAnchor<>(list, TraceRow::id);
        trace = new TracePane(times);
        summary.getStyleClass().add("oc-muted");
        summary.setMnemonicParsing(false);
        summary.setMinWidth(0);
        var line = line();
        setTop(new VBox(form, line, searchBanner, openBanner));
        split.setOrientation(Orientation.VERTICAL);
        setCenter(split);
        new KeyMap()
                .on("/", "go to the search", form::focusFirst)
                .on("j", "next trace or span", () -> step(1))
                .on("k", "trace or span before", () -> step(-1))
                .on("Enter", "into the waterfall", trace.waterfall()::requestFocus)
                .on("Escape", "cancel the search, back to the list", this::back)
                .note("Left Right", "fold or open a span")
                .note("- +", "fold or open all spans")
                .install(this);
        anchor.selectedProperty().subscribe(row -> row.ifPresent(model::show));
        model.searchProperty().subscribe(this::showSearch);
        model.sourceErrorProperty()
                .subscribe(() -> showSearch(model.searchProperty().get()));
        model.openProperty().subscribe(this::showOpening);
        model.formErrorProperty().subscribe(this::showFormError);
        model.shownProperty().subscribe(this::showTrace);
    }

    private HBox line() {
        var id = new TextField();
        id.setPromptText("trace id");
        id.getStyleClass().add("oc-mono");
        id.setPrefWidth(290);
        id.setOnAction(event -> model.open(id.getText()));
        model.wantedIdProperty().subscribe(id::setText);
        var open = new Button("Open");
        open.setMnemonicParsing(false);
        open.setOnAction(event -> model.open(id.getText()));
        open.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(summary, gap, id, open);
        line.getStyleClass().add("oc-toolbar");
        return line;
    }

    private void showSearch(Question.State<Hits> state) {
        Hits answer = state.answer();
        notices(state);
        if (answer == null) {
            summary.setText("");
            anchor.setAll(List.of());
        } else if (state.phase() == Phase.ANSWERED) {
            anchor.setAll(answer.rows());
            int found = answer.rows().size();
            summary.setText(found + " of at least " + found + " traces of "
                    + Visible.line(answer.query().service(), 100) + ", "
                    + times.minutes(answer.query().start()) + " to "
                    + times.minutes(answer.query().end())
                    + (found >= answer.query().limit() ? "; the limit is reached, there may be more" : ""));
        }
        list.getStyleClass().remove("oc-dimmed");
        if (state.outdated()) {
            list.getStyleClass().add("oc-dimmed");
        }
        boolean rows = answer != null && !answer.rows().isEmpty();
        hits.getChildren().setAll(rows ? list : placeholder(state));
        arrange();
    }

    private void notices(Question.State<Hits> state) {
        String old = state.answer() == null ? "" : "; the hits shown are of the search before";
        switch (state.phase()) {
            case ASKING -> searchBanner.note("Searching" + old, Icon.CLOCK).wayOut("Cancel (Esc)", model::cancel);
            case FAILED -> searchBanner.failed(state.error() + old);
            case CANCELLED -> searchBanner.note("The search was cancelled" + old, Icon.CROSS);
            case IDLE, ANSWERED -> searchBanner.hide();
        }
    }

    private Placeholder placeholder(Question.State<Hits> state) {
        return switch (state.phase()) {
            case ASKING -> Placeholder.loading("Searching…");
            case FAILED -> Placeholder.failed(state.error() + ".");
            case ANSWERED ->
                Placeholder.empty(
                        Icon.TRACES,
                        "No trace matches: 0 of at least 0. All conditions must hold on one span; look back further or drop a"
                                + " condition.");
            case IDLE, CANCELLED -> {
                String error = model.sourceErrorProperty().get();
                yield error.isEmpty()
                        ? Placeholder.empty(
                                Icon.TRACES, "Choose a service and press Find traces, or open a trace by its id.")
                        : Placeholder.failed(error + ".");
            }
        };
    }

    private void showOpening(Question.State<TraceRow> state) {
        switch (state.phase()) {
            case ASKING ->
                openBanner
                        .note("Opening trace " + model.wantedIdProperty().get(), Icon.CLOCK)
                        .wayOut("Cancel (Esc)", model::cancel);
            case FAILED -> openBanner.failed("Trace " + model.wantedIdProperty().get() + ": " + state.error());
            case IDLE, ANSWERED, CANCELLED -> openBanner.hide();
        }
    }

    private void showFormError(String error) {
        if (error.isEmpty()) {
            notices(model.searchProperty().get());
        } else {
            searchBanner.failed(error);
        }
    }

    /// Selects the newest hit, which shows it; nothing happens where there is none.
    public void selectNewest() {
        list.getSelectionModel().selectFirst();
    }

    private void showTrace(Optional<TraceRow> row) {
        row.ifPresent(trace::show);
        arrange();
    }

    /// The list gives way to a trace that was opened by its id before anything was searched.
    private void arrange() {
        boolean open = model.shownProperty().get().isPresent();
        boolean searched = model.searchProperty().get().phase() != Phase.IDLE;
        List<Node> wanted = !open ? List.of(hits) : searched ? List.of(hits, trace) : List.of(trace);
        if (!split.getItems().equals(wanted)) {
            split.getItems().setAll(wanted);
            split.setDividerPositions(0.34);
        }
    }

    private void step(int lines) {
        if (trace.waterfall().isFocusWithin()) {
            trace.waterfall().step(lines);
        } else {
            TableSteps.move(list, lines);
        }
    }

    private void back() {
        model.cancel();
        if (hits.getChildren().contains(list)) {
            list.requestFocus();
        } else {
            super.requestFocus();
        }
    }

    @Override
    public void requestFocus() {
        if (hits.getChildren().contains(list)) {
            list.requestFocus();
        } else {
            form.focusFirst();
        }
    }
}
