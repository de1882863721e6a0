package io.novacron.oncall.views.log;

import io.novacron.oncall.core.fetch.LogReads;
import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.views.fx.Question;
import io.novacron.oncall.views.fx.Question.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One search in logs: a query whose time range is frozen when it starts, the rows loaded so far and the histogram.
/// Rows
/// and histogram are asked for apart and fail apart. Properties belong to the FX thread.
public final class LogViewModel implements AutoCloseable {
    /// Rows a page brings.
    static final int PAGE = 200;

    /// Rows held at most; who needs more narrows the search.
    static final int MOST = 20_000;

    /// A page together with what was asked for.
    record Page(LogQuery query, LogPage page) {}

    private final List<LogReads> reads;
    private final Clock clock;
    private final Question<Page> pages;
    private final Question<LogHistogram> histogram;
    private final ObservableList<LogEntry> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<String> formError = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<List<String>> warnings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<LogQuery>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int source;
    private boolean paging;
    private @Nullable Page last;

    /// @param reads one per Elasticsearch or OpenSearch source
    /// @param fx runs work on the JavaFX thread, `Fx::run` in the program
    public LogViewModel(List<LogReads> reads, Clock clock, Executor fx) {
        this.reads = List.copyOf(reads);
        this.clock = clock;
        pages = new Question<>(clock, fx);
        histogram = new Question<>(clock, fx);
        pages.stateProperty().addListener((property, before, now) -> pageCame(now));
        histogram.stateProperty().addListener((property, before, now) -> collectWarnings());
    }

    /// Names of the log sources.
    List<String> sources() {
        return reads.stream().map(LogReads::source).toList();
    }

    /// Another backend: what the old one said goes away with it.
    void source(int index) {
        if (index != source) {
            source = index;
            pages.reset();
            histogram.reset();
            last = null;
            rows.clear();
            formError.set("");
        }
    }

    /// Newest first; grows at its end.
    ObservableList<LogEntry> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Question.State<Page>> pageProperty() {
        return pages.stateProperty();
    }

    ReadOnlyObjectProperty<Question.State<LogHistogram>> histogramProperty() {
        return histogram.stateProperty();
    }

    /// One sentence on what is wrong before anything was asked, empty for nothing.
    ReadOnlyObjectProperty<String> formErrorProperty() {
        return formError.getReadOnlyProperty();
    }

    /// The search begun last.
    ReadOnlyObjectProperty<Optional<LogQuery>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// Why what is shown may be incomplete.
    ReadOnlyObjectProperty<List<String>> warningsProperty() {
        return warnings.getReadOnlyProperty();
    }

    /// The search whose rows are shown, null before the first.
    @Nullable
    LogQuery query() {
        return last == null ? null : last.query();
    }

    /// True once rows and bars both answered or failed.
    public boolean settled() {
        return done(pages.state().phase()) && done(histogram.state().phase());
    }

    /// Searches what was logged from `back` before now until now.
    ///
    /// @param text Lucene query string; blank for everything
    public void search(String text, Duration back) {
        Instant now = clock.now();
        search(text, now.minus(back), now);
    }

    /// Searches from `start` (inclusive) to `end` (exclusive).
    public void search(String text, Instant start, Instant end) {
        if (reads.isEmpty()) {
            formError.set("No log source is configured; a [[source]] of kind \"elasticsearch\" is searched here.");
            return;
        }
        formError.set("");
        paging = false;
        var query = new LogQuery(text.isBlank() ? "*" : text.strip(), start, end, PAGE, null);
        asked.set(Optional.of(query));
        LogReads desk = reads.get(source);
        pages.ask(desk.page(), query, page -> new Page(query, page));
        histogram.ask(desk.histogram(), query, bars -> bars);
    }

    /// The newest question was for older rows of the search that is shown, so those shown are still of now.
    boolean paging() {
        return paging;
    }

    /// The end of what is loaded was reached; true if there is more to ask for.
    boolean hasOlder() {
        return last != null && last.page().next() != null && rows.size() < MOST;
    }

    /// Asks for the page after the last row.
    void older() {
        Page page = last;
        if (page != null && hasOlder() && pages.state().phase() != Phase.ASKING) {
            LogQuery query = page.query();
            var next = new LogQuery(
                    query.text(), query.start(), query.end(), PAGE, page.page().next());
            paging = true;
            pages.ask(reads.get(source).page(), next, answer -> new Page(next, answer));
        }
    }

    /// Gives up on what is under way; rows and bars shown stay.
    void cancel() {
        pages.cancel();
        histogram.cancel();
    }

    private void pageCame(Question.State<Page> state) {
        Page page = state.answer();
        if (state.phase() == Phase.ANSWERED && page != null) {
            last = page;
            if (page.query().after() == null) {
                rows.setAll(page.page().entries());
            } else {
                rows.addAll(page.page().entries());
            }
        }
        collectWarnings();
    }

    private void collectWarnings() {
        List<String> all = new ArrayList<>();
        Page page = pages.state().answer();
        if (page != null) {
            all.addAll(page.page().warnings());
        }
        LogHistogram bars = histogram.state().answer();
        if (bars != null) {
            bars.warnings().stream().filter(text -> !all.contains(text)).forEach(all::add);
        }
        warnings.set(List.copyOf(all));
    }

    private static boolean done(Phase phase) {
        return phase == Phase.ANSWERED || phase == Phase.FAILED;
    }

    @Override
    public void close() {
        pages.reset();
        histogram.reset();
    }
}
