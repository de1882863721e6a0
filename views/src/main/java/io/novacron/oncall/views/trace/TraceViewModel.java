package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.fetch.TraceReads;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.store.Snapshot;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.trace.TraceAnswer;
import io.novacron.oncall.core.trace.TraceIds;
import io.novacron.oncall.core.trace.TraceQuery;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.views.fx.Question;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The search for traces and the trace that is open. Properties belong to the FX thread.
public final class TraceViewModel implements AutoCloseable {
    /// Hits of a search and what was asked.
    record Hits(TraceQuery query, List<TraceRow> rows) {}

    private final Monitor monitor;
    private final List<TraceReads> reads;
    private final Clock clock;
    private final Question<Hits> search;
    private final Question<TraceRow> open;
    private final Question<List<String>> operations;
    private final ReadOnlyObjectWrapper<List<String>> services = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<TraceRow>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> formError = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<String> wantedId = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<TraceForm> form = new ReadOnlyObjectWrapper<>(TraceForm.EMPTY);
    private final ReadOnlyObjectWrapper<String> sourceError = new ReadOnlyObjectWrapper<>("");
    private final List<Subscription> subscriptions;
    private int source;

    /// @param reads one per Jaeger source
    /// @param fx runs work on the JavaFX thread, `Fx::run` in the program
    public TraceViewModel(Monitor monitor, List<TraceReads> reads, Bus bus, Clock clock, Executor fx) {
        this.monitor = monitor;
        this.reads = List.copyOf(reads);
        this.clock = clock;
        search = new Question<>(clock, fx);
        open = new Question<>(clock, fx);
        operations = new Question<>(clock, fx);
        subscriptions = List.of(
                bus.subscribe(OncallEvent.TracesChanged.class, event -> fx.execute(this::readServices)),
                bus.subscribe(OncallEvent.SourcesChanged.class, event -> fx.execute(this::readState)));
        open.stateProperty().addListener((property, before, now) -> opened(now));
        fx.execute(this::readServices);
        fx.execute(this::readState);
    }

    /// Names of the Jaeger sources.
    List<String> sources() {
        return reads.stream().map(TraceReads::source).toList();
    }

    /// Another backend: what the old one said goes away with it.
    void source(int index) {
        if (index != source) {
            source = index;
            search.reset();
            open.reset();
            operations.reset();
            formError.set("");
            shown.set(Optional.empty());
            readServices();
            readState();
        }
    }

    /// Why the source does not answer, one sentence; empty while it does.
    ReadOnlyObjectProperty<String> sourceErrorProperty() {
        return sourceError.getReadOnlyProperty();
    }

    /// Services of the source, in alphabetical order; empty until it answered.
    ReadOnlyObjectProperty<List<String>> servicesProperty() {
        return services.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Question.State<List<String>>> operationsProperty() {
        return operations.stateProperty();
    }

    ReadOnlyObjectProperty<Question.State<Hits>> searchProperty() {
        return search.stateProperty();
    }

    /// The answer to [#open(String)]; its failure is told beside the box of the id.
    ReadOnlyObjectProperty<Question.State<TraceRow>> openProperty() {
        return open.stateProperty();
    }

    /// The trace whose waterfall is shown.
    ReadOnlyObjectProperty<Optional<TraceRow>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The search begun last, as it was filled in.
    ReadOnlyObjectProperty<TraceForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// One sentence on what is wrong with the form, empty for nothing.
    ReadOnlyObjectProperty<String> formErrorProperty() {
        return formError.getReadOnlyProperty();
    }

    /// The id asked for last, as it was given.
    ReadOnlyObjectProperty<String> wantedIdProperty() {
        return wantedId.getReadOnlyProperty();
    }

    /// A search answered or failed, or a trace is open.
    public boolean settled() {
        Question.Phase phase = search.state().phase();
        return phase == Question.Phase.ANSWERED
                || phase == Question.Phase.FAILED
                || shown.get().isPresent()
                || open.state().phase() == Question.Phase.FAILED;
    }

    /// Searches with the usual look-back and limit; for links from elsewhere.
    public void searchService(String service) {
        search(new TraceForm(service, "", "", "", "", TraceForm.EMPTY.lookBack(), TraceForm.EMPTY.limit()));
    }

    void search(TraceForm filledIn) {
        form.set(filledIn);
        if (reads.isEmpty()) {
            formError.set("No Jaeger is configured; a [[source]] of kind \"jaeger\" is searched here.");
            return;
        }
        try {
            TraceQuery query = filledIn.query(clock.now());
            formError.set("");
            search.ask(reads.get(source).search(), query, traces -> new Hits(query, TraceRow.of(traces)));
        } catch (IllegalArgumentException e) {
            formError.set(String.valueOf(e.getMessage()));
        }
    }

    /// Asks for the operations of a service.
    void operationsOf(String service) {
        if (!service.isEmpty() && !reads.isEmpty()) {
            operations.ask(reads.get(source).operations(), service, names -> names);
        }
    }

    /// Opens a trace by its id, which may come in any form; for links from elsewhere too.
    public void open(String traceId) {
        wantedId.set(traceId.strip());
        if (reads.isEmpty()) {
            formError.set("No Jaeger is configured; a [[source]] of kind \"jaeger\" is searched here.");
        } else if (TraceIds.normal(traceId).isEmpty()) {
            formError.set("\"" + traceId.strip() + "\" is no trace id; it has 16 or 32 hexadecimal digits.");
        } else {
            formError.set("");
            open.ask(
                    reads.get(source).trace(),
                    TraceIds.forStore(traceId),
                    trace -> TraceRow.of(trace, TraceTree.of(trace)));
        }
    }

    /// Shows a hit; nothing is asked for, since the search brought it whole.
    void show(TraceRow row) {
        open.reset();
        shown.set(Optional.of(row));
    }

    /// Gives up on what is under way.
    void cancel() {
        search.cancel();
        open.cancel();
    }

    private void opened(Question.State<TraceRow> now) {
        TraceRow row = now.answer();
        if (now.phase() == Question.Phase.ANSWERED && row != null) {
            shown.set(Optional.of(row));
        }
    }

    private void readServices() {
        Snapshot<TraceAnswer> snapshot =
                reads.isEmpty() ? null : monitor.traces().get(reads.get(source).source());
        List<String> now = snapshot == null
                ? List.of()
                : snapshot.value().services().stream().sorted().toList();
        if (!now.equals(services.get())) {
            services.set(now);
        }
    }

    private void readState() {
        String name = reads.isEmpty() ? "" : reads.get(source).source();
        sourceError.set(monitor.statuses().stream()
                .filter(status -> status.name().equals(name) && !status.live())
                .findFirst()
                .map(status -> name + " is " + status.state().name().replace('_', '-') + ": " + status.reason())
                .orElse(""));
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        search.reset();
        open.reset();
        operations.reset();
    }
}
