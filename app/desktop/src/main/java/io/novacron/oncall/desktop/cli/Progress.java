package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.LadderLog;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Rung;
import io.novacron.oncall.core.action.Step;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.Composition;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells each rung of a write on standard error when it is reached. */
final class Progress {

    /** A write, run to its end. */
    interface Write {
        ActionResult run() throws InterruptedException;
    }

    private final LadderLog log;
    private final Console console;
    private final Map<String, Set<Step>> told = new HashMap<>();

    private Progress(LadderLog log, Console console) {
        this.log = log;
        this.console = console;
        // an earlier write of the same command has told its own
        log.ladders()
                .forEach(ladder -> told.put(
                        ladder.id(),
                        ladder.rungs().stream()
                                .map(Rung::step)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)))));
    }

    static ActionResult of(Write write, Composition parts, Console console) throws InterruptedException {
        Progress progress = new Progress(parts.actions().log(), console);
        Subscription subscription = parts.bus().subscribe(OncallEvent.ActionsChanged.class, changed -> progress.tell());
        try {
            return write.run();
        } catch (InterruptedException e) {
            progress.tell();
            progress.tellUnknown();
            throw e;
        } finally {
            subscription.close();
            // what the bus has not brought yet
            progress.tell();
        }
    }

    /** Whoever cancels a write that may have left must not take it for undone. */
    private void tellUnknown() {
        for (Ladder ladder : log.ladders().reversed()) {
            if (Ladder.worst(List.of(ladder)) == Outcome.UNKNOWN) {
                console.message(Written.readable(List.of(ladder)) + "; oncall silence list shows what is in force");
            }
        }
    }

    private synchronized void tell() {
        for (Ladder ladder : log.ladders().reversed()) {
            var steps = told.computeIfAbsent(ladder.id(), id -> EnumSet.noneOf(Step.class));
            for (Rung rung : ladder.rungs()) {
                if (steps.add(rung.step())) {
                    console.message(rung.step().word() + ": " + Visible.line(rung.detail()));
                }
            }
        }
    }
}
