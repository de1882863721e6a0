package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.settings.DeskState;
import io.novacron.oncall.core.settings.SavedFilter;
import io.novacron.oncall.core.settings.StateStore;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.views.fx.Fx;
import io.novacron.oncall.views.fx.FxCoalescer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the list back as it was left, and keeps how it is left: columns, order, groups, saved filters. Files are read
/// and written in the background. FX thread only.
final class DeskMemory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskMemory.class);

    private final StateStore store;
    private final TriageModel triage;
    private final Executor worker;
    private final Consumer<String> complain;
    private final ReadOnlyObjectWrapper<List<SavedFilter>> filters = new ReadOnlyObjectWrapper<>(List.of());
    private final FxCoalescer<String> saving;
    private volatile DeskState wanted = DeskState.AS_MADE;
    private volatile DeskState saved = DeskState.AS_MADE;
    private boolean loaded;

    /// @param complain shows a sentence until it is dismissed
    DeskMemory(StateStore store, TriageModel triage, Clock clock, Executor worker, Consumer<String> complain) {
        this.store = store;
        this.triage = triage;
        this.worker = worker;
        this.complain = complain;
        saving = new FxCoalescer<>(clock, worker, this::save, this::told);
        worker.execute(() -> {
            StateStore.Kept kept = store.load();
            Fx.run(() -> begin(kept));
        });
    }

    /// By name.
    ReadOnlyObjectProperty<List<SavedFilter>> filtersProperty() {
        return filters.getReadOnlyProperty();
    }

    /// Puts the filter among the saved ones, in place of one with the same name.
    void add(SavedFilter filter) {
        addAll(List.of(filter));
    }

    void forget(String name) {
        filters.set(
                filters.get().stream().filter(one -> !one.name().equals(name)).toList());
    }

    /// Adds the filters of a file that somebody handed on.
    void read(Path file, Consumer<String> say) {
        worker.execute(() -> {
            try {
                List<SavedFilter> found = store.readFilters(file);
                Fx.run(() -> {
                    addAll(found);
                    say.accept("Read " + found.size() + (found.size() == 1 ? " filter." : " filters."));
                });
            } catch (IOException e) {
                LOG.info("filters could not be read", e);
                Fx.run(() -> complain.accept("Filters were not read: " + e.getMessage() + "."));
            }
        });
    }

    /// Writes all saved filters into a file to hand on.
    void write(Path file, Consumer<String> say) {
        List<SavedFilter> all = filters.get();
        worker.execute(() -> {
            try {
                store.writeFilters(file, all);
                Fx.run(() -> say.accept("Wrote " + all.size() + (all.size() == 1 ? " filter to " : " filters to ")
                        + file.getFileName() + "."));
            } catch (IOException e) {
                LOG.info("filters could not be written", e);
                Fx.run(() -> complain.accept("Filters were not written: " + e.getMessage() + "."));
            }
        });
    }

    @Override
    public void close() {
        saving.close();
        if (loaded && !wanted.equals(saved)) {
            told(save());
        }
    }

    private void begin(StateStore.Kept kept) {
        wanted = kept.state();
        saved = kept.state();
        filters.set(kept.state().filters());
        triage.look(kept.state().alerts());
        if (!kept.doubt().isEmpty()) {
            complain.accept(kept.doubt());
        }
        loaded = true;
        filters.subscribe(this::changed);
        triage.wishProperty().subscribe(this::changed);
        triage.columnsProperty().subscribe(this::changed);
    }

    private void changed() {
        var now = new DeskState(triage.look(), filters.get());
        if (!now.equals(wanted)) {
            wanted = now;
            saving.trigger();
        }
    }

    private void addAll(List<SavedFilter> more) {
        var all = new ArrayList<>(filters.get());
        for (SavedFilter filter : more) {
            all.removeIf(one -> one.name().equals(filter.name()));
            all.add(filter);
        }
        filters.set(List.copyOf(all));
    }

    /// Any thread; the sentence of a failure, else empty.
    private String save() {
        DeskState now = wanted;
        try {
            store.save(now);
            saved = now;
            return "";
        } catch (IOException e) {
            LOG.warn("the window's state could not be saved", e);
            return "Columns and filters could not be saved: " + e.getMessage() + ".";
        }
    }

    private void told(String failure) {
        if (!failure.isEmpty()) {
            complain.accept(failure);
        }
    }
}
