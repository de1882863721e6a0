package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One write on its way up: each change is put into the log at once. Used by one thread. */
final class Climb {

    private final LadderLog log;
    private final Clock clock;
    private final String id = UUID.randomUUID().toString();
    private final String what;
    private final String cluster;
    private final List<AlertKey> about;
    private final List<Rung> rungs = new ArrayList<>();
    private String silenceId = "";
    private int matches;
    private boolean rearmed;
    private boolean byItself;
    private @Nullable Instant pageUntil;
    private @Nullable Instant nextPage;
    private String oldId = "";
    private @Nullable SilenceConflict conflict;

    Climb(LadderLog log, Clock clock, String what, String cluster, List<AlertKey> about) {
        this.log = log;
        this.clock = clock;
        this.what = what;
        this.cluster = cluster;
        this.about = about;
        reach(Step.QUEUED, what);
    }

    /** UUID of the action. */
    String id() {
        return id;
    }

    void silence(String newId) {
        silenceId = newId;
    }

    void matches(int count) {
        matches = count;
    }

    void rearmed() {
        rearmed = true;
    }

    /** The console does this without having been asked. */
    void byItself() {
        byItself = true;
    }

    /** Until when a page that is under way may still leave. */
    void pageUntil(Instant moment) {
        pageUntil = moment;
    }

    /** When Alertmanager pages again at the latest, if it fires on. */
    void nextPage(@Nullable Instant moment) {
        nextPage = moment;
    }

    /** The silence that is to be changed. */
    void changes(String id) {
        oldId = id;
        silenceId = id;
    }

    void conflict(SilenceConflict found) {
        conflict = found;
    }

    void reach(Step step, String detail) {
        rungs.removeIf(rung -> rung.step() == step);
        rungs.add(new Rung(step, clock.now(), detail));
        log.put(ladder(null, detail));
    }

    /** What proved the step; empty where it was not reached. */
    String detail(Step step) {
        return rungs.stream()
                .filter(rung -> rung.step() == step)
                .map(Rung::detail)
                .findFirst()
                .orElse("");
    }

    /** Says what is awaited, without a new rung. */
    void note(String detail) {
        log.put(ladder(null, detail));
    }

    /** A write that may end in the middle. */
    interface Ascent {
        Ladder run() throws InterruptedException, NotWritten;
    }

    /** Runs the write to an end that the log knows, also where it is cancelled or a fault of ours breaks it off. */
    Ladder finish(Ascent ascent) throws InterruptedException {
        try {
            return ascent.run();
        } catch (NotWritten notWritten) {
            return notWritten.end(this);
        } catch (InterruptedException e) {
            end(Outcome.UNKNOWN, brokenOff("cancelled on the way"));
            throw e;
        } catch (RuntimeException e) {
            end(Outcome.UNKNOWN, brokenOff("broken off by a fault of the console"));
            throw e;
        }
    }

    private String brokenOff(String how) {
        return how + (silenceId.isEmpty() ? "; look for [oncall:" + id + "] in the silences" : "; look at the silence");
    }

    Ladder end(Outcome outcome, String detail) {
        Ladder ended = ladder(outcome, detail);
        log.put(ended);
        return ended;
    }

    private Ladder ladder(@Nullable Outcome outcome, String detail) {
        return new Ladder(
                id, what, cluster, about, rungs, outcome, detail, silenceId, matches, rearmed, byItself, pageUntil,
                nextPage, oldId, conflict);
    }
}
