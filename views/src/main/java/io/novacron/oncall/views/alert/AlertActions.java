package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.ExpireSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.TakeBackAck;
import io.novacron.oncall.core.action.Unacknowledge;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.fetch.Work;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.views.fx.Fx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the operator's intents in the background and says what is under way for which alert.
final class AlertActions {
    private static final Logger LOG = LoggerFactory.getLogger(AlertActions.class);

    private interface Intent {
        ActionResult run() throws InterruptedException;
    }

    private record Asked(long work, String verb) {}

    private final ActionDesk desk;
    private final WorkBoard work;
    private final Map<AlertKey, Asked> asked = new HashMap<>();

    AlertActions(ActionDesk desk, WorkBoard work) {
        this.desk = desk;
        this.work = work;
    }

    /// `then` hears the result on the JavaFX thread.
    void run(Acknowledge.Request request, Consumer<ActionResult> then) {
        var intent = new Acknowledge(desk);
        start("acknowledge " + alerts(request.keys().size()), "ack", request.keys(), () -> intent.run(request), then);
    }

    /// `then` hears the result on the JavaFX thread.
    void run(Unacknowledge.Request request, Consumer<ActionResult> then) {
        var intent = new Unacknowledge(desk);
        start(
                "un-acknowledge " + alerts(request.keys().size()),
                "un-ack",
                request.keys(),
                () -> intent.run(request),
                then);
    }

    /// Takes the operator's own name off what was acknowledged; `then` hears the result on the JavaFX thread.
    void takeBack(List<AlertKey> keys, Consumer<ActionResult> then) {
        var intent = new TakeBackAck(desk);
        start("take back an acknowledgement", "un-ack", keys, () -> intent.run(keys), then);
    }

    /// `then` hears the result on the JavaFX thread.
    void run(ExpireSilence.Request request, Consumer<ActionResult> then) {
        var intent = new ExpireSilence(desk);
        start("end a silence", "un-silence", List.of(), () -> intent.run(request), then);
    }

    /// What is under way for an alert, as of now: `ack queued…`. Any thread.
    Map<AlertKey, String> underWay() {
        Map<AlertKey, String> now = new HashMap<>();
        Set<Long> running = new HashSet<>();
        work.running().stream().map(Work::id).forEach(running::add);
        synchronized (asked) {
            asked.values().removeIf(one -> !running.contains(one.work()));
            asked.forEach((key, one) -> now.put(key, one.verb() + " queued…"));
            for (Ladder ladder : desk.log().ladders().reversed()) {
                for (AlertKey key : ladder.about()) {
                    Asked one = asked.get(key);
                    if (one != null && !ladder.over()) {
                        String step = ladder.rungs().isEmpty()
                                ? "queued"
                                : ladder.rungs().getLast().step().word();
                        now.put(key, one.verb() + " " + step + "…");
                    }
                }
            }
        }
        return now;
    }

    private void start(String what, String verb, List<AlertKey> keys, Intent intent, Consumer<ActionResult> then) {
        synchronized (asked) {
            long id = work.start(what, () -> {
                ActionResult result = attempt(what, intent);
                Fx.run(() -> then.accept(result));
            });
            keys.forEach(key -> asked.put(key, new Asked(id, verb)));
        }
    }

    private static ActionResult attempt(String what, Intent intent) {
        try {
            return intent.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ActionResult.Invalid("cancelled on the way; the list of actions says how far it came");
        } catch (RuntimeException e) {
            LOG.error("The action “{}” failed by a fault of our own", what, e);
            return new ActionResult.Invalid("a fault of the console itself; the log has the details");
        }
    }

    static String alerts(int count) {
        return count == 1 ? "1 alert" : count + " alerts";
    }
}
