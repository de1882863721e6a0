package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.journal.JournalEvent;
import io.novacron.oncall.core.journal.JournalException;
import io.novacron.oncall.core.journal.JournalRecord;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.journal.Write;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.poll.Poller;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks after each poll whether the servers have lost a silence that this console wrote (reliability guide F54). What it finds
 * is offered to be put back, never put back by itself: whoever emptied a server may have meant it. Any thread.
 */
public final class VanishWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Monitor monitor;
    private final ActionDesk desk;
    private final Bus bus;
    private final Poller poller;
    private final Subscription news;
    private final Set<String> dismissed = ConcurrentHashMap.newKeySet();

    /** Silences that stood among the ended ones: a server that forgets them afterwards has lost nothing that held. */
    private final Set<String> ended = new HashSet<>();

    /** Ids of those that were ended and are in force again, and that was told. */
    private final Set<String> returned = new HashSet<>();

    /** When each was last seen in force: servers forget what somebody ended some days ago (alerts guide S9). */
    private final Map<String, Instant> inForce = new HashMap<>();

    /** When the answer was complete in which each was missing first, by silence id. */
    private Map<String, Instant> missing = Map.of();

    private volatile List<Vanished> vanished = List.of();

    public VanishWatch(Monitor monitor, ActionDesk desk, Bus bus) {
        this.monitor = monitor;
        this.desk = desk;
        this.bus = bus;
        poller = new Poller("vanished silences", this::look, EVERY, desk.clock(), new Random());
        news = bus.subscribe(OncallEvent.AlertsChanged.class, event -> poller.now());
    }

    public void start() {
        poller.start();
    }

    /** As of the last look, without what was dismissed; {@link OncallEvent.VanishedChanged} tells when it is another. */
    public List<Vanished> vanished() {
        return vanished.stream()
                .filter(one -> !dismissed.contains(one.silenceId()))
                .toList();
    }

    /** It stays lost, and is not spoken of again while this program runs. */
    public void dismiss(Vanished one) {
        dismissed.add(one.silenceId());
        bus.publish(new OncallEvent.VanishedChanged());
    }

    @Override
    public void close() {
        news.close();
        poller.close();
    }

    /** One look at what the sources said last; what is missing from two answers of its cluster is lost. */
    boolean look() {
        Monitor.AlertsNow alerts = monitor.alertsNow();
        List<Vanished> gone;
        Instant now = desk.clock().now();
        try {
            List<JournalRecord> standing = desk.journal().standing(now);
            remember(standing, alerts.board(), now);
            tellOfReturned(JournalledAction.of(standing), alerts);
            gone = Vanished.of(standing, alerts.from(), now).stream()
                    .filter(one -> !ended.contains(one.silenceId()) && remembered(one, now))
                    .toList();
        } catch (JournalException e) {
            return false; // Reconcile tells of a journal that cannot be read
        }
        Map<String, Instant> first = new HashMap<>();
        alerts.from()
                .forEach(answer -> gone.stream()
                        .filter(one -> one.cluster().equals(answer.value().cluster()))
                        .forEach(one -> first.put(
                                one.silenceId(), missing.getOrDefault(one.silenceId(), answer.observedAt()))));
        missing = Map.copyOf(first);
        List<Vanished> lost = gone.stream()
                .filter(one -> alerts.from().stream()
                        .anyMatch(answer -> answer.value().cluster().equals(one.cluster())
                                && answer.observedAt().isAfter(first.getOrDefault(one.silenceId(), Instant.MAX))))
                .filter(one -> one.missed(alerts.board()))
                .toList();
        if (!ids(lost).equals(ids(vanished))) {
            vanished = lost;
            bus.publish(new OncallEvent.VanishedChanged());
        }
        return true;
    }

    /** So long after we know of it last, that no server lists it says that it was ended as well as that it was lost. */
    private boolean remembered(Vanished one, Instant now) {
        Instant known = inForce.getOrDefault(one.silenceId(), one.action().lastIntent());
        return known.plus(Aftermath.REMEMBERED).isAfter(now);
    }

    /** A member that was gone while a silence ended can bring it back to life (reliability guide F55); told once each. */
    private void tellOfReturned(List<JournalledAction> actions, Monitor.AlertsNow alerts) {
        for (JournalledAction action : actions) {
            JournalEvent.Ended over = action.ended();
            if (over == null || !over.outcome().equals(Outcome.EFFECTIVE.name())) {
                continue;
            }
            for (Write write : action.writes()) {
                if (write instanceof Write.Expire(String id)) {
                    List<String> holding = holding(id, action, alerts);
                    if (!holding.isEmpty() && returned.add(id)) {
                        desk.log().put(backAgain(id, action, holding));
                    }
                }
            }
        }
    }

    /** The members that held it in force when they were asked last, well after it had ended. */
    private static List<String> holding(String id, JournalledAction action, Monitor.AlertsNow alerts) {
        return alerts.from().stream()
                .filter(answer -> answer.value().cluster().equals(action.cluster()))
                .filter(answer ->
                        answer.observedAt().isAfter(action.lastIntent().plus(EVERY)))
                .flatMap(answer -> answer.value().members().stream())
                .filter(member ->
                        member.silences().stream().anyMatch(one -> one.id().equals(id) && SilenceChanger.lives(one)))
                .map(MemberAnswer::member)
                .toList();
    }

    private static Ladder backAgain(String id, JournalledAction action, List<String> holding) {
        return new Ladder(
                "returned " + id,
                "silence " + id + " came back",
                action.cluster(),
                List.of(),
                List.of(),
                Outcome.FAILED,
                "active again, not by you, on " + String.join(", ", holding) + " although it was ended at "
                        + action.lastIntent() + "; end it again if it is not wanted",
                id,
                0,
                false);
    }

    private void remember(List<JournalRecord> standing, AlertBoard board, Instant now) {
        Set<String> ours = new HashSet<>();
        for (JournalRecord record : standing) {
            if (record.entry().event() instanceof JournalEvent.Accepted(var member, String id)) {
                ours.add(id);
            }
        }
        ended.retainAll(ours);
        inForce.keySet().retainAll(ours);
        board.silences().stream()
                .map(ClusterSilence::silence)
                .filter(silence -> ours.contains(silence.id()))
                .forEach(silence -> {
                    if (silence.state() == SilenceState.EXPIRED) {
                        ended.add(silence.id());
                    } else {
                        inForce.put(silence.id(), now);
                    }
                });
    }

    private static List<String> ids(List<Vanished> vanished) {
        return vanished.stream().map(Vanished::silenceId).toList();
    }
}
