package io.novacron.oncall.bench;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Consent;
import io.novacron.oncall.core.action.CreateSilence;
import io.novacron.oncall.core.action.ExpireSilence;
import io.novacron.oncall.core.action.ExtendSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Unacknowledge;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.silence.Matcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One operator who writes without a pause, for as long as there is something left to write. Every write is remembered with its
 * UUID, to be held against what the servers have in the end.
 */
final class WriteWorker {

    /** What was done. */
    enum Deed {
        ADD,
        EXTEND,
        EXPIRE,
        ACKNOWLEDGE,
        UNACKNOWLEDGE
    }

    /** One write as the console told it. */
    record Written(Deed deed, Ladder ladder) {}

    private final ActionDesk desk;
    private final String cluster;
    private final Random random;
    private final int worker;
    private final List<Written> done = new ArrayList<>();
    private final List<String> silences = new ArrayList<>();
    private final List<String> acked = new ArrayList<>();
    private final List<String> free;

    /**
     * Begins nothing yet.
     *
     * @param fingerprints alerts that nobody else takes
     */
    WriteWorker(ActionDesk desk, String cluster, int worker, List<String> fingerprints, long seed) {
        this.desk = desk;
        this.cluster = cluster;
        this.worker = worker;
        this.free = new ArrayList<>(fingerprints);
        this.random = new Random(seed + worker);
    }

    /** Writes until the count that all share is used up. */
    List<Written> run(AtomicInteger left) throws InterruptedException {
        while (left.getAndDecrement() > 0) {
            Deed deed = choose();
            for (Ladder ladder : ladders(act(deed))) {
                done.add(new Written(deed, ladder));
            }
        }
        return done;
    }

    private Deed choose() {
        Deed wanted = Deed.values()[random.nextInt(Deed.values().length)];
        return switch (wanted) {
            case EXTEND, EXPIRE -> silences.isEmpty() ? Deed.ADD : wanted;
            case UNACKNOWLEDGE -> acked.isEmpty() ? Deed.ADD : wanted;
            case ACKNOWLEDGE -> free.isEmpty() ? Deed.ADD : wanted;
            case ADD -> wanted;
        };
    }

    private ActionResult act(Deed deed) throws InterruptedException {
        return switch (deed) {
            case ADD -> {
                List<Matcher> matchers = List.of(
                        Matcher.equal("alertname", "Planned"), Matcher.equal("slot", worker + "-" + done.size()));
                ActionResult result = new CreateSilence(desk)
                        .run(new CreateSilence.Request(cluster, matchers, Duration.ofHours(1), "planned work", null));
                keep(result, silences, "");
                yield result;
            }
            case EXTEND -> {
                Duration length = Duration.ofMinutes(61 + random.nextInt(60));
                ActionResult result = new ExtendSilence(desk)
                        .run(new ExtendSilence.Request(List.of(silences.removeFirst()), length, Consent.NONE));
                keep(result, silences, "");
                yield result;
            }
            case EXPIRE ->
                new ExpireSilence(desk).run(new ExpireSilence.Request(List.of(silences.removeLast()), null, ""));
            case ACKNOWLEDGE -> {
                String fingerprint = free.removeLast();
                ActionResult result = new Acknowledge(desk)
                        .run(new Acknowledge.Request(key(fingerprint), Duration.ofHours(1), "on it"));
                keep(result, acked, fingerprint);
                yield result;
            }
            case UNACKNOWLEDGE -> {
                String fingerprint = acked.removeLast();
                free.add(fingerprint);
                yield new Unacknowledge(desk).run(new Unacknowledge.Request(key(fingerprint), null, ""));
            }
        };
    }

    private List<AlertKey> key(String fingerprint) {
        return List.of(new AlertKey(cluster, fingerprint));
    }

    private static void keep(ActionResult result, List<String> kept, String instead) {
        for (Ladder ladder : ladders(result)) {
            if (ladder.outcome() == Outcome.EFFECTIVE) {
                kept.add(instead.isEmpty() ? ladder.silenceId() : instead);
            }
        }
    }

    private static List<Ladder> ladders(ActionResult result) {
        return switch (result) {
            case ActionResult.Tried(List<Ladder> ladders) -> ladders;
            case ActionResult.Refused(String why, var confirm) -> throw new IllegalStateException("refused: " + why);
            // a silence that was to be ended could not be read: nothing was written
            case ActionResult.Invalid _ -> List.of();
        };
    }
}
