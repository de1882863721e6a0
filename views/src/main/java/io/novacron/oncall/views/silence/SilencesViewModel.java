package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent.ActionsChanged;
import io.novacron.oncall.core.bus.OncallEvent.AlertsChanged;
import io.novacron.oncall.core.bus.OncallEvent.SourcesChanged;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.views.fx.FxCoalescer;
import io.novacron.oncall.views.silence.SilenceFilter.Chip;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The silences as values: the list, what it is narrowed to, the action under way. Properties change on the JavaFX
/// thread
/// only, and so do all calls come from it.
public final class SilencesViewModel implements AutoCloseable {
    private record Shown(SilenceList list, List<Ladder> ladders) {}

    private final Monitor monitor;
    private final ActionDesk desk;
    private final FxCoalescer<Shown> refresh;
    private final List<Subscription> subscriptions;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Set<Chip>> chips = new ReadOnlyObjectWrapper<>(SilenceFilter.BEGIN.chips());
    private final ReadOnlyObjectWrapper<SilenceList> list = new ReadOnlyObjectWrapper<>(SilenceList.EMPTY);
    private final ReadOnlyObjectWrapper<Batch> batch = new ReadOnlyObjectWrapper<>(Batch.NONE);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> now;
    private volatile SilenceFilter filter = SilenceFilter.BEGIN;
    private Set<String> before = Set.of();

    /// @param worker computes off the JavaFX thread; it may be blocked, so virtual threads are meant
    public SilencesViewModel(Monitor monitor, ActionDesk desk, Bus bus, Executor worker) {
        this.monitor = monitor;
        this.desk = desk;
        now = new ReadOnlyObjectWrapper<>(desk.clock().now());
        refresh = new FxCoalescer<>(desk.clock(), worker, this::read, this::show);
        show(read());
        search.subscribe(this::narrow);
        chips.subscribe(this::narrow);
        subscriptions = List.of(
                bus.subscribe(AlertsChanged.class, event -> refresh.trigger()),
                bus.subscribe(SourcesChanged.class, event -> refresh.trigger()),
                bus.subscribe(ActionsChanged.class, event -> refresh.trigger()));
    }

    ReadOnlyObjectProperty<SilenceList> listProperty() {
        return list.getReadOnlyProperty();
    }

    StringProperty searchProperty() {
        return search;
    }

    ReadOnlyObjectProperty<Set<Chip>> chipsProperty() {
        return chips.getReadOnlyProperty();
    }

    /// The action over several silences that came last.
    ReadOnlyObjectProperty<Batch> batchProperty() {
        return batch.getReadOnlyProperty();
    }

    /// One sentence; empty where there is none.
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// A second went by.
    void tick() {
        now.set(desk.clock().now());
    }

    /// Whether anybody looks at it; hidden, nothing is computed.
    public void visible(boolean shown) {
        refresh.visible(shown);
    }

    void pollNow() {
        monitor.pollNow();
    }

    void toggle(Chip chip) {
        Set<Chip> next = EnumSet.noneOf(Chip.class);
        next.addAll(chips.get());
        if (!next.remove(chip)) {
            next.add(chip);
        }
        chips.set(Set.copyOf(next));
    }

    void clearFilter() {
        search.set("");
        chips.set(Set.of());
    }

    void say(String sentence) {
        notice.set(sentence);
    }

    /// Follows an action over several silences.
    ///
    /// @param result what became of it, [AskDialogs#PENDING] when it begins
    void follow(Batch begun, ActionResult result) {
        if (result.equals(AskDialogs.PENDING)) {
            notice.set("");
            before = desk.log().ladders().stream().map(Ladder::id).collect(Collectors.toSet());
            batch.set(begun);
        } else if (result instanceof ActionResult.Tried(List<Ladder> ladders)) {
            batch.set(begun.with(ladders, true));
        } else {
            batch.set(Batch.NONE);
        }
    }

    void dismissBatch() {
        batch.set(Batch.NONE);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        refresh.close();
    }

    private void narrow() {
        filter = SilenceFilter.of(search.get(), chips.get());
        refresh.trigger();
    }

    private Shown read() {
        return new Shown(
                SilenceList.of(
                        monitor.alerts(),
                        monitor.statuses(),
                        monitor.alertsObservedAt(),
                        filter,
                        AckRecord.ownerName(desk.operator().name()),
                        desk.clock().now()),
                desk.log().ladders());
    }

    private void show(Shown shown) {
        if (!batch.get().over()) {
            List<Ladder> ours = shown.ladders().stream()
                    .filter(ladder -> !before.contains(ladder.id()))
                    .toList();
            batch.set(batch.get().with(ours, false));
        }
        list.set(shown.list());
    }
}
