package io.novacron.oncall.views.log;

import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Banner;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Placeholder;
import io.novacron.oncall.views.controls.TableSteps;
import io.novacron.oncall.views.fx.Question;
import io.novacron.oncall.views.fx.Question.Phase;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Logs: the query, bars over time, rows newest first, one entry whole beside them. `/` goes to the query, `j` `k`
/// move,
/// `t` opens the trace of a row, Esc cancels or goes back to the rows. FX thread only.
public final class LogView extends BorderPane {
    private final LogViewModel model;
    private final ExactTime times;
    private final LogForm form;
    private final LogTable table;
    private final LogDetail detail;
    private final LogHistogramPane bars;
    private final LogLegend legend = new LogLegend();
    private final Banner rowsBanner = new Banner();
    private final Banner barsBanner = new Banner();
    private final Banner partial = new Banner();
    private final Label shown = new Label();
    private final Button older = new Button("Older");
    private final StackPane middle = new StackPane();
    private final SplitPane split = new SplitPane();
    private final Consumer<String> openTrace;

    /// @param zone      the user's own time zone
    /// @param openTrace receives the trace id of a row as it was logged
    public LogView(LogViewModel model, ZoneId zone, Consumer<String> openTrace) {
        this.model = model;
        this.openTrace = openTrace;
        times = new ExactTime(zone);
        form = new LogForm(model);
        table = new LogTable(times, model::older);
        detail = new LogDetail(times, openTrace);
        bars = new LogHistogramPane(times);
        table.setItems(model.rows());
        detail.setMinWidth(260);
        SplitPane.setResizableWithParent(detail, false);
        split.getItems().add(middle);
        setTop(new VBox(form, rowsBanner, barsBanner, partial, legend, bars));
        setCenter(split);
        setBottom(footer());
        new KeyMap()
                .on("/", "go to the query", form::focusQuery)
                .on("j", "next row", () -> TableSteps.move(table, 1))
                .on("k", "row before", () -> TableSteps.move(table, -1))
                .on("Enter", "into the entry", detail::requestFocus)
                .on("t", "open the trace of the row", this::jump)
                .on("Escape", "cancel the search, back to the rows", this::back)
                .install(this);
        table.getSelectionModel().selectedItemProperty().subscribe(entry -> showEntry(Optional.ofNullable(entry)));
        model.rows().addListener((InvalidationListener) rows -> showRows());
        model.pageProperty().subscribe(state -> showRows());
        model.histogramProperty().subscribe(this::showBars);
        model.formErrorProperty().subscribe(error -> showRows());
        model.warningsProperty().subscribe(this::showWarnings);
    }

    private Region footer() {
        shown.getStyleClass().add("oc-muted");
        shown.setMnemonicParsing(false);
        older.setMnemonicParsing(false);
        older.setOnAction(event -> model.older());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(shown, gap, older);
        foot.getStyleClass().add("oc-toolbar");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void showRows() {
        var state = model.pageProperty().get();
        boolean old = !model.rows().isEmpty();
        boolean stale = old && !model.paging() && state.phase() != Phase.ANSWERED;
        String kept = stale ? "; the rows shown are of the search before" : "";
        String error = model.formErrorProperty().get();
        if (!error.isEmpty()) {
            rowsBanner.failed(error);
        } else {
            switch (state.phase()) {
                case ASKING ->
                    rowsBanner
                            .note((model.paging() ? "Loading older rows" : "Searching") + kept, Icon.CLOCK)
                            .wayOut("Cancel (Esc)", model::cancel);
                case FAILED -> rowsBanner.failed(state.error() + kept);
                case CANCELLED -> rowsBanner.note("Cancelled" + kept, Icon.CROSS);
                case IDLE, ANSWERED -> rowsBanner.hide();
            }
        }
        table.getStyleClass().remove("oc-dimmed");
        if (stale) {
            table.getStyleClass().add("oc-dimmed");
        }
        middle.getChildren().setAll(old ? table : placeholder(state));
        older.setDisable(!model.hasOlder() || state.phase() == Phase.ASKING);
        footerText();
    }

    private void footerText() {
        LogQuery query = model.query();
        if (query == null) {
            shown.setText("");
            return;
        }
        String range = times.minutes(query.start()) + " to " + times.minutes(query.end());
        String end = model.hasOlder()
                ? ""
                : model.rows().size() >= LogViewModel.MOST ? "; narrow the search for more" : "; that is all";
        shown.setText(LogCounts.number(model.rows().size()) + " rows loaded, newest first · " + range + end);
    }

    private static Placeholder placeholder(Question.State<LogViewModel.Page> state) {
        return switch (state.phase()) {
            case ASKING -> Placeholder.loading("Searching…");
            case FAILED -> Placeholder.failed(state.error() + ".");
            case ANSWERED ->
                Placeholder.empty(
                        Icon.LOGS, "0 hits: nothing matches in this range. Take a longer range or fewer conditions.");
            case IDLE, CANCELLED ->
                Placeholder.empty(Icon.LOGS, "Type a query and press Enter; an empty one shows everything.");
        };
    }

    private void showBars(Question.State<LogHistogram> state) {
        LogHistogram histogram = state.answer();
        boolean bare = histogram == null;
        bars.setVisible(!bare);
        bars.setManaged(!bare);
        bars.show(histogram, state.outdated());
        legend.show(histogram, state.outdated());
        if (state.phase() == Phase.FAILED) {
            String kept = bare ? "" : "; the bars shown are of the search before";
            barsBanner.failed("Histogram: " + state.error() + kept);
        } else {
            barsBanner.hide();
        }
    }

    private void showWarnings(List<String> warnings) {
        if (warnings.isEmpty()) {
            partial.hide();
        } else {
            partial.caution("Incomplete: " + String.join("; ", warnings));
        }
    }

    private void showEntry(Optional<LogEntry> entry) {
        detail.show(entry);
        if (entry.isEmpty()) {
            split.getItems().remove(detail);
        } else if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPositions(0.7);
        }
    }

    private void jump() {
        LogEntry entry = table.getSelectionModel().getSelectedItem();
        if (entry != null && !entry.traceId().isEmpty()) {
            openTrace.accept(entry.traceId());
        }
    }

    private void back() {
        model.cancel();
        if (model.rows().isEmpty()) {
            super.requestFocus();
        } else {
            table.requestFocus();
        }
    }

    @Override
    public void requestFocus() {
        if (model.rows().isEmpty()) {
            form.focusQuery();
        } else {
            table.requestFocus();
        }
    }
}
