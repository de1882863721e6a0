package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.poll.Poller;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps acknowledgements alive as long as they are needed and no longer: extends those of this console, takes over what other
 * consoles left, ends what has resolved, makes one of two. For a program that stays (alerts guide §4.4). Any thread.
 */
public final class AckKeeper implements AutoCloseable {

    /** How long acknowledgements outlive a console that is closed. */
    public static final Duration HOLD = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(AckKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(45);
    private static final Set<SourceState> BLIND = EnumSet.of(
            SourceState.UNTRUSTED,
            SourceState.DENIED,
            SourceState.UNREACHABLE,
            SourceState.STALE,
            SourceState.LATE,
            SourceState.EMPTY_SUSPECT);

    private final Monitor monitor;
    private final ActionDesk desk;
    private final Poller poller;
    private final Subscription news;
    private final Map<String, AckMemory> memories = new HashMap<>();
    /** Since when twins are seen, by cluster and the id that is to go. */
    private final Map<String, Map<String, Instant>> twinsSince = new HashMap<>();

    /** When something was last tried, by silence; what fails is not tried again at every poll. */
    private final Map<String, Instant> tried = new HashMap<>();

    public AckKeeper(Monitor monitor, ActionDesk desk, Bus bus) {
        this.monitor = monitor;
        this.desk = desk;
        poller = new Poller("acknowledgements", this::round, EVERY, desk.clock(), new Random());
        news = bus.subscribe(OncallEvent.AlertsChanged.class, event -> poller.now());
    }

    public void start() {
        if (desk.operator().role().atLeast(Role.RESPONDER)) {
            poller.start();
        }
    }

    /** Does nothing more by itself; {@link #hold} still works. */
    public void rest() {
        poller.close();
    }

    @Override
    public void close() {
        news.close();
        poller.close();
    }

    /**
     * Makes what this console keeps alive last for {@code hold} from now, for when the console goes; the limit of each still
     * holds. Blocking; one result for each that was lengthened.
     */
    public List<Ladder> hold(Duration hold) throws InterruptedException {
        List<Callable<Ladder>> holds = new ArrayList<>();
        for (ClusterDesk cluster : desk.clusters()) {
            if (!keepsAny(cluster)) {
                continue;
            }
            AckSituation now = AckSituation.read(desk, cluster, AckMemory.NONE);
            for (AckCase one : now.cases()) {
                Instant wanted = now.serverNow().plus(hold);
                Instant limit = AckDecision.limit(one);
                Instant until = wanted.isAfter(limit) ? limit : wanted;
                boolean own = one.ack().term().lease().equals(desk.console()) && !one.ended();
                if (own && until.isAfter(one.silence().endsAt())) {
                    AckRecord longer = one.ack().with(one.ack().term().endingAt(until));
                    ClusterDesk place = now.place(cluster, one);
                    holds.add(() -> new AckRewrite(desk, place).run("hold", one.silence(), longer, until));
                }
            }
        }
        return desk.fanout().all(holds);
    }

    private boolean keepsAny(ClusterDesk cluster) {
        return monitor.alerts().silences().stream()
                        .filter(merged -> merged.cluster().equals(cluster.cluster())
                                && merged.silence().active())
                        .map(merged -> AckRecord.read(merged.silence()))
                        .anyMatch(ack -> ack != null && ack.term().lease().equals(desk.console()))
                || desk.log().ladders().stream()
                        .anyMatch(ladder -> ladder.cluster().equals(cluster.cluster())
                                && !ladder.silenceId().isEmpty());
    }

    /** One look at what the sources said last, and what follows from it. */
    boolean round() {
        try {
            Monitor.AlertsNow now = monitor.alertsNow();
            for (Snapshot<ClusterAnswer> seen : now.from()) {
                ClusterDesk cluster = desk.cluster(seen.value().cluster());
                if (cluster != null) {
                    look(cluster, seen, now);
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void look(ClusterDesk cluster, Snapshot<ClusterAnswer> seen, Monitor.AlertsNow now)
            throws InterruptedException {
        AckMemory memory =
                memories.getOrDefault(cluster.cluster(), AckMemory.NONE).next(seen, now.board());
        memories.put(cluster.cluster(), memory);
        AckDecision.View view = view(
                cluster, desk.clock().now().plus(skew(cluster)), desk.clock().now());
        for (AckCase one : AckCase.all(seen.value(), now.board(), memory.gone())) {
            if (acts(AckDecision.next(one, view), one) && mayTry(one.silence().id())) {
                decideAgain(cluster, one.silence().id(), memory);
            }
        }
        List<AckTwins> twins = AckTwins.of(seen.value(), now.board());
        for (AckTwins pair : twins) {
            if (mayHeal(cluster.cluster(), pair, view) && mayTry(pair.drop().id())) {
                AckSituation fresh = AckSituation.read(desk, cluster, memory);
                if (AckTwins.of(fresh.answer(), fresh.board()).contains(pair)) {
                    new AckHeal(desk, cluster).run(pair);
                }
            }
        }
        twinsSince
                .getOrDefault(cluster.cluster(), new HashMap<>())
                .keySet()
                .retainAll(twins.stream().map(pair -> pair.drop().id()).toList());
    }

    private boolean mayTry(String silenceId) {
        Instant now = desk.clock().now();
        tried.values().removeIf(at -> !now.isBefore(at.plus(EVERY)));
        return tried.putIfAbsent(silenceId, now) == null;
    }

    /** Its author heals at once; anybody else only when the author has not for a while. */
    private boolean mayHeal(String cluster, AckTwins pair, AckDecision.View view) {
        AckRecord drop = AckRecord.read(pair.drop());
        boolean mine = pair.drop()
                        .createdBy()
                        .equals(AckRecord.ownerName(desk.operator().name()))
                || (drop != null && drop.term().lease().equals(desk.console()));
        Instant since = twinsSince
                .computeIfAbsent(cluster, name -> new HashMap<>())
                .computeIfAbsent(pair.drop().id(), id -> view.now());
        Duration delay = AckDecision.DELAY.plus(AckDecision.delay(pair.drop().id(), desk.console()));
        return mine || !view.now().isBefore(since.plus(delay));
    }

    /** What was decided on the last poll is decided again on what the members say at this moment. */
    private void decideAgain(ClusterDesk cluster, String silenceId, AckMemory memory) throws InterruptedException {
        AckSituation fresh = AckSituation.read(desk, cluster, memory);
        AckDecision.View view = view(cluster, fresh.serverNow(), fresh.readAt());
        for (AckCase one : fresh.cases()) {
            if (one.silence().id().equals(silenceId)) {
                carryOut(cluster, fresh, one, AckDecision.next(one, view), memory);
            }
        }
    }

    private void carryOut(ClusterDesk cluster, AckSituation fresh, AckCase one, AckDecision decision, AckMemory memory)
            throws InterruptedException {
        AckRewrite rewrite = new AckRewrite(desk, fresh.place(cluster, one));
        switch (decision) {
            case AckDecision.Extend(Instant until) ->
                rewrite.run(
                        "extend", one.silence(), one.ack().with(one.ack().term().endingAt(until)), until);
            case AckDecision.TakeOver(Instant until) ->
                rewrite.run(
                        "take over",
                        one.silence(),
                        one.ack().with(one.ack().term().takenBy(desk.console(), until, AckDecision.limit(one))),
                        until);
            case AckDecision.End end -> new AckEnd(desk, cluster).run(fresh, one, end, memory);
            case AckDecision.StepBack stepBack -> acts(stepBack, one);
            case AckDecision.Nothing nothing -> {}
        }
    }

    private static boolean acts(AckDecision decision, AckCase one) {
        if (decision instanceof AckDecision.StepBack(String reason)) {
            LOG.debug("The acknowledgement {} is left alone: {}", one.silence().id(), reason);
            return false;
        }
        return !(decision instanceof AckDecision.Nothing);
    }

    private AckDecision.View view(ClusterDesk cluster, Instant now, Instant here) {
        boolean live = status(cluster).stream()
                .noneMatch(status -> status.states().stream().anyMatch(BLIND::contains));
        return new AckDecision.View(desk.console(), live, cluster.keptElsewhere(), now, here);
    }

    private Duration skew(ClusterDesk cluster) {
        return status(cluster).stream()
                .map(SourceStatus::skew)
                .filter(skew -> skew != null)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private List<SourceStatus> status(ClusterDesk cluster) {
        return monitor.statuses().stream()
                .filter(status -> status.kind() == SourceKind.ALERTMANAGER)
                .filter(status -> status.cluster().equals(cluster.cluster()))
                .toList();
    }
}
