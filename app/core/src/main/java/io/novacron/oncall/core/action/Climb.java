package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.time.Clock;
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

    void reach(Step step, String detail) {
        rungs.removeIf(rung -> rung.step() == step);
        rungs.add(new Rung(step, clock.now(), detail));
        log.put(ladder(null, detail));
    }

    /** Says what is awaited, without a new rung. */
    void note(String detail) {
        log.put(ladder(null, detail));
    }

    Ladder end(Outcome outcome, String detail) {
        Ladder ended = ladder(outcome, detail);
        log.put(ended);
        return ended;
    }

    private Ladder ladder(@Nullable Outcome outcome, String detail) {
        return new Ladder(id, what, cluster, about, rungs, outcome, detail, silenceId, matches, rearmed);
    }
}
