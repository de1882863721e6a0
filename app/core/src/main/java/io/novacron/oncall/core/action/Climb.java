package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.journal.Journal;
import io.novacron.oncall.core.journal.JournalEntry;
import io.novacron.oncall.core.journal.JournalEvent;
import io.novacron.oncall.core.journal.JournalException;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.journal.Write;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.PageSink;
import io.novacron.oncall.core.source.SilenceSink;
import io.novacron.oncall.core.source.SilenceSink.ResolvedAlert;
import io.novacron.oncall.core.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One write on its way up: each change is put into the log at once. Everything that changes a backend goes through here, so
 * that its intent stands in the journal before it leaves. Used by one thread.
 */
final class Climb {

    private final LadderLog log;
    private final Journal journal;
    private final Clock clock;
    private final String id;
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
    private final Set<Write> intended = new HashSet<>();
    private String unrecorded = "";

    Climb(ActionDesk desk, String what, String cluster, List<AlertKey> about) {
        this(desk, UUID.randomUUID().toString(), what, cluster, about);
        reach(Step.QUEUED, what);
    }

    private Climb(ActionDesk desk, String id, String what, String cluster, List<AlertKey> about) {
        this.log = desk.log();
        this.journal = desk.journal();
        this.clock = desk.clock();
        this.id = id;
        this.what = what;
        this.cluster = cluster;
        this.about = about;
    }

    /** The climb of an action that the journal remembers, to be brought to its end. */
    static Climb again(ActionDesk desk, JournalledAction action) {
        Climb climb = new Climb(desk, action.id(), action.what(), action.cluster(), List.of());
        climb.intended.addAll(action.writes());
        climb.rungs.add(new Rung(Step.QUEUED, action.begun(), action.what()));
        return climb;
    }

    /** UUID of the action. */
    String id() {
        return id;
    }

    /** Posts a silence to one member; a silence that it answers with is taken as ours. */
    Fetched<String> post(SilenceSink sink, String member, SilenceSpec spec) throws NotWritten {
        intend(new Write.Post(spec));
        Fetched<String> answer = sink.post(member, spec);
        if (answer instanceof Fetched.Answer<String> taken) {
            record(new JournalEvent.Accepted(member, taken.value()));
        }
        return answer;
    }

    /** Records that a member holds what an answer that was lost would have told. */
    void found(String member, String id) {
        record(new JournalEvent.Accepted(member, id));
    }

    /** Ends a silence on one member. */
    Fetched<Boolean> expire(SilenceSink sink, String member, String id) throws NotWritten {
        intend(new Write.Expire(id));
        Fetched<Boolean> answer = sink.expire(member, id);
        if (answer instanceof Fetched.Answer<Boolean>) {
            record(new JournalEvent.Accepted(member, id));
        }
        return answer;
    }

    /** Sends the end notice of an alert to one member. */
    Fetched<Boolean> resolve(SilenceSink sink, String member, ResolvedAlert alert) throws NotWritten {
        intend(new Write.Resolve(alert));
        return sink.resolve(member, alert);
    }

    /** Acknowledges at the service that pages people what it knows by this key; {@link #end} records what came of it. */
    Fetched<Boolean> page(PageSink pager, String dedupKey) throws NotWritten {
        intend(new Write.Page(dedupKey));
        return pager.acknowledge(dedupKey);
    }

    private void intend(Write write) throws NotWritten {
        if (intended.contains(write)) {
            return;
        }
        try {
            journal.add(new JournalEntry(id, what, cluster, new JournalEvent.Intent(write)));
            intended.add(write);
        } catch (JournalException e) {
            throw new NotWritten(Outcome.FAILED, "not sent, since nobody could tell afterwards: " + e.sentence());
        }
    }

    /** What has happened has happened, whether it can be recorded or not: it is said. */
    private void record(JournalEvent event) {
        try {
            journal.add(new JournalEntry(id, what, cluster, event));
        } catch (JournalException e) {
            unrecorded = "; not in the journal: " + e.sentence();
        }
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

    /** Nothing is known yet; the journal, which knows that already, is left alone, and it is not said twice. */
    void doubt(String detail) {
        boolean said = log.ladders().stream()
                .anyMatch(ladder -> ladder.id().equals(id) && ladder.detail().equals(detail));
        if (!said) {
            log.put(ladder(Outcome.UNKNOWN, detail));
        }
    }

    private String brokenOff(String how) {
        return how + (silenceId.isEmpty() ? "; look for [oncall:" + id + "] in the silences" : "; look at the silence");
    }

    Ladder end(Outcome outcome, String detail) {
        if (!intended.isEmpty()) {
            record(new JournalEvent.Ended(outcome.name(), detail));
        }
        Ladder ended = ladder(outcome, detail + unrecorded);
        log.put(ended);
        return ended;
    }

    private Ladder ladder(@Nullable Outcome outcome, String detail) {
        return new Ladder(
                id, what, cluster, about, rungs, outcome, detail, silenceId, matches, rearmed, byItself, pageUntil,
                nextPage, oldId, conflict);
    }
}
