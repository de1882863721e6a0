package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.CreateSilence;
import io.novacron.oncall.core.action.EditSilence;
import io.novacron.oncall.core.action.ExpireSilence;
import io.novacron.oncall.core.action.ExtendSilence;
import io.novacron.oncall.core.action.Reapply;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.views.fx.Fx;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what the operator wants of silences in the background. Who asks hears the result on the JavaFX thread.
final class SilenceActions {
    private static final Logger LOG = LoggerFactory.getLogger(SilenceActions.class);

    private interface Intent {
        ActionResult run() throws InterruptedException;
    }

    private final ActionDesk desk;
    private final WorkBoard work;
    private final Monitor monitor;

    SilenceActions(ActionDesk desk, WorkBoard work, Monitor monitor) {
        this.desk = desk;
        this.work = work;
        this.monitor = monitor;
    }

    void create(CreateSilence.Request request, Consumer<ActionResult> then) {
        start("silence in " + request.cluster(), () -> new CreateSilence(desk).run(request), then);
    }

    void edit(EditSilence.Request request, Consumer<ActionResult> then) {
        start("edit silence " + request.id(), () -> new EditSilence(desk).run(request), then);
    }

    void extend(ExtendSilence.Request request, Consumer<ActionResult> then) {
        start("extend " + silences(request.ids().size()), () -> new ExtendSilence(desk).run(request), then);
    }

    void expire(ExpireSilence.Request request, Consumer<ActionResult> then) {
        start("expire " + silences(request.ids().size()), () -> new ExpireSilence(desk).run(request), then);
    }

    void putBack(Reapply.Request request, Consumer<ActionResult> then) {
        start("put a silence back", () -> new Reapply(desk).run(request), then);
    }

    static String silences(int count) {
        return count == 1 ? "1 silence" : count + " silences";
    }

    private void start(String what, Intent intent, Consumer<ActionResult> then) {
        work.start(what, () -> {
            ActionResult result = attempt(what, intent);
            monitor.pollNow();
            Fx.run(() -> then.accept(result));
        });
    }

    private static ActionResult attempt(String what, Intent intent) {
        try {
            return intent.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ActionResult.Invalid("cancelled on the way; look at the silence");
        } catch (RuntimeException e) {
            LOG.error("The action “{}” failed by a fault of our own", what, e);
            return new ActionResult.Invalid("a fault of the console itself; the log has the details");
        }
    }
}
