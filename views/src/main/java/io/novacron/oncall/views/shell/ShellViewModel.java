package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent.AlertsChanged;
import io.novacron.oncall.core.bus.OncallEvent.SourcesChanged;
import io.novacron.oncall.core.bus.OncallEvent.WorkChanged;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.views.fx.FxCoalescer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The frame of the window as values: verdict, sources, background work, the time. Properties change on the JavaFX
/// thread
/// only.
public final class ShellViewModel implements AutoCloseable {
    private final Monitor monitor;
    private final WorkBoard work;
    private final Clock clock;
    private final FxCoalescer<ShellState> refresh;
    private final List<Subscription> subscriptions;
    private final ReadOnlyObjectWrapper<ShellState> state;
    private final ReadOnlyObjectWrapper<Instant> now;

    /// @param worker computes off the JavaFX thread; it may be blocked, so virtual threads are meant
    public ShellViewModel(Monitor monitor, WorkBoard work, Bus bus, Clock clock, Executor worker) {
        this.monitor = monitor;
        this.work = work;
        this.clock = clock;
        state = new ReadOnlyObjectWrapper<>(read());
        now = new ReadOnlyObjectWrapper<>(clock.now());
        refresh = new FxCoalescer<>(clock, worker, this::read, state::set);
        subscriptions = List.of(
                bus.subscribe(SourcesChanged.class, event -> refresh.trigger()),
                bus.subscribe(AlertsChanged.class, event -> refresh.trigger()),
                bus.subscribe(WorkChanged.class, event -> refresh.trigger()));
    }

    public ReadOnlyObjectProperty<ShellState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The time of the last [#tick]; every age on the frame is counted from it.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// A second went by: ages grow, and what depends on time is judged anew. FX thread only.
    public void tick() {
        now.set(clock.now());
        refresh.trigger();
    }

    /// Asks every source at once.
    public void pollNow() {
        monitor.pollNow();
    }

    public void cancel(long workId) {
        work.cancel(workId);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        refresh.close();
    }

    private ShellState read() {
        return new ShellState(monitor.statuses(), monitor.verdict(), work.running());
    }
}
