package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.ExpireSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Unacknowledge;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent.ActionsChanged;
import io.novacron.oncall.core.bus.OncallEvent.AlertsChanged;
import io.novacron.oncall.core.bus.OncallEvent.RealarmsChanged;
import io.novacron.oncall.core.bus.OncallEvent.SourcesChanged;
import io.novacron.oncall.core.bus.OncallEvent.WorkChanged;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.settings.StateStore;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.core.triage.Categories;
import io.novacron.oncall.core.triage.ReplicaLabels;
import io.novacron.oncall.core.triage.Scene;
import io.novacron.oncall.views.fx.Fx;
import io.novacron.oncall.views.fx.FxCoalescer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The alerts as values: the list, the search, what the operator asked for. Properties change on the JavaFX thread
/// only,
/// and so do all calls come from it.
public final class AlertsViewModel implements AutoCloseable {
    private static final Duration READ = Duration.ofSeconds(12);

    private final Monitor monitor;
    private final ActionDesk desk;
    private final Clock clock;
    private final AlertActions actions;
    private final AckCost cost;
    private final Executor worker;
    private final FxCoalescer<Shown> refresh;
    private final List<Subscription> subscriptions;

    private final TriageModel triage = new TriageModel();
    private final DeskMemory memory;
    private final UndoList undo = new UndoList();
    private final ReadOnlyObjectWrapper<AlertList> list = new ReadOnlyObjectWrapper<>(AlertList.EMPTY);
    private final ReadOnlyObjectWrapper<List<Ladder>> ladders = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private final ReadOnlyObjectWrapper<Instant> now;
    private volatile Wish wanted = Wish.EVERYTHING;
    private volatile AlertList last = AlertList.EMPTY;
    private Instant noticeEnds = Instant.MAX;

    private record Shown(AlertList list, List<Ladder> ladders) {}

    /// @param worker computes off the JavaFX thread; it may be blocked, so virtual threads are meant
    /// @param store  keeps how the list is left
    public AlertsViewModel(
            Monitor monitor, ActionDesk desk, WorkBoard work, Bus bus, Executor worker, StateStore store) {
        this.monitor = monitor;
        this.desk = desk;
        this.clock = desk.clock();
        this.worker = worker;
        cost = new AckCost(desk.pager() != null);
        actions = new AlertActions(desk, work);
        now = new ReadOnlyObjectWrapper<>(clock.now());
        refresh = new FxCoalescer<>(clock, worker, this::read, this::show);
        memory = new DeskMemory(store, triage, clock, worker, this::complain);
        show(read());
        triage.wishProperty().subscribe(wish -> {
            wanted = wish;
            refresh.hurry();
        });
        subscriptions = List.of(
                bus.subscribe(AlertsChanged.class, event -> refresh.trigger()),
                bus.subscribe(SourcesChanged.class, event -> refresh.trigger()),
                bus.subscribe(ActionsChanged.class, event -> refresh.trigger()),
                bus.subscribe(RealarmsChanged.class, event -> refresh.trigger()),
                bus.subscribe(WorkChanged.class, event -> refresh.trigger()));
    }

    ReadOnlyObjectProperty<AlertList> listProperty() {
        return list.getReadOnlyProperty();
    }

    /// What the operator wants to see.
    TriageModel triage() {
        return triage;
    }

    DeskMemory memory() {
        return memory;
    }

    Categories categories() {
        return monitor.settings().desk().alerts().categories();
    }

    /// Which labels only tell the replicas of one Prometheus apart.
    ReplicaLabels replicas() {
        return monitor.settings().desk().alerts().replicas();
    }

    /// The name under which one acknowledges.
    String operator() {
        return AckRecord.ownerName(desk.operator().name());
    }

    /// Every write of this session, newest first.
    ReadOnlyObjectProperty<List<Ladder>> laddersProperty() {
        return ladders.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// The time of the last [#tick]; every age is counted from it.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// A second went by.
    void tick() {
        now.set(clock.now());
        if (now.get().isAfter(noticeEnds)) {
            dismissNotice();
        }
    }

    /// Whether anybody looks at it; hidden, nothing is computed.
    void visible(boolean shown) {
        refresh.visible(shown);
    }

    void pollNow() {
        monitor.pollNow();
        say("Asking every source now.");
    }

    /// Takes the alerts; see [Acknowledge]. An empty reason becomes "investigating".
    ///
    /// @param refused hears of a refusal that a typed count can overcome
    void acknowledge(Acknowledge.Request request, Consumer<ActionResult.Refused> refused) {
        if (request.keys().isEmpty()) {
            say("No alert is selected.");
            return;
        }
        String what = AlertActions.alerts(request.keys().size());
        say("Acknowledging " + what + " as " + desk.operator().name()
                + ". This console keeps it alive while it fires, for " + PromDuration.format(request.hold())
                + " at most. While it holds there is no page and no “resolved” notice. Shift+A gives back.");
        actions.run(request, result -> {
            undo.acknowledged(result);
            if (result instanceof ActionResult.Refused no && no.confirm() != null) {
                dismissNotice();
                refused.accept(no);
            } else {
                took("Not acknowledged", result);
            }
        });
        refresh.trigger();
    }

    /// What acknowledging these costs, a sentence each; `then` hears it on the JavaFX thread.
    void costOf(List<AlertKey> keys, Consumer<List<String>> then) {
        worker.execute(() -> {
            List<String> sentences = cost.sentences(monitor.alertsNow(), keys);
            Fx.run(() -> then.accept(sentences));
        });
    }

    /// Gives alerts back.
    ///
    /// @param refused hears of a refusal that a typed count and a reason can overcome
    void unacknowledge(Unacknowledge.Request request, Consumer<ActionResult.Refused> refused) {
        if (request.keys().isEmpty()) {
            say("No alert is selected.");
            return;
        }
        say("Giving back " + AlertActions.alerts(request.keys().size())
                + ". Alertmanager pages again only when the route's repeat interval has passed.");
        actions.run(request, result -> {
            if (result instanceof ActionResult.Refused no && no.confirm() != null) {
                dismissNotice();
                refused.accept(no);
            } else {
                took("Not given back", result);
            }
        });
        refresh.trigger();
    }

    /// A silence was asked for from here, and may be taken back.
    void silenced(ActionResult result) {
        undo.silenced(result);
        refresh.trigger();
    }

    /// Keeps these alerts out of sight here, until they fire anew or are shown again; nobody else is told.
    void hide(List<Alert> alerts) {
        if (alerts.isEmpty()) {
            say("No alert is selected.");
            return;
        }
        var firings = alerts.stream().map(Wish.Firing::of).toList();
        triage.hide(firings);
        undo.hidden(firings);
        say("Hidden here only: " + AlertActions.alerts(firings.size())
                + ". They go on paging; Ctrl+Z shows them again.");
    }

    /// Takes the last own action back where that can be done.
    void undo() {
        switch (undo.take()) {
            case UndoList.Nothing nothing -> say("There is nothing to take back.");
            case UndoList.Hidden(List<Wish.Firing> firings) -> triage.unhide(firings);
            case UndoList.Acknowledged(List<AlertKey> keys) -> {
                say("Taking you off " + AlertActions.alerts(keys.size())
                        + "; what somebody else works on too stays acknowledged.");
                actions.takeBack(keys, result -> took("Not taken back", result));
                refresh.trigger();
            }
            case UndoList.Silenced(List<String> ids) -> {
                say("Ending the silence just made.");
                actions.run(
                        new ExpireSilence.Request(ids, null, ""), result -> took("The silence was not ended", result));
            }
        }
    }

    /// Shows a sentence for a while.
    public void say(String sentence) {
        notice.set(new Notice(sentence, false));
        noticeEnds = clock.now().plus(READ);
    }

    /// Shows a sentence until it is dismissed.
    void complain(String sentence) {
        notice.set(new Notice(sentence, true));
        noticeEnds = Instant.MAX;
    }

    void dismissNotice() {
        notice.set(Notice.NONE);
        noticeEnds = Instant.MAX;
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        memory.close();
        refresh.close();
    }

    private void took(String failure, ActionResult result) {
        switch (result) {
            case ActionResult.Tried tried -> monitor.pollNow();
            case ActionResult.Refused refused -> complain(failure + ": " + refused.why() + ".");
            case ActionResult.Invalid invalid -> complain(failure + ": " + invalid.why() + ".");
        }
    }

    private Shown read() {
        var scene = new Scene(clock.now(), categories(), monitor.alerts());
        var known = new AlertList.Known(
                scene, replicas(), monitor.statuses(), monitor.alertsObservedAt(), actions.underWay());
        last = AlertList.of(known, wanted, last);
        return new Shown(last, desk.log().ladders());
    }

    private void show(Shown shown) {
        ladders.set(shown.ladders());
        list.set(shown.list());
    }
}
