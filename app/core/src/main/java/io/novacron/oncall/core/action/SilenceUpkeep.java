package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.poll.Poller;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.SilenceTag;
import io.novacron.oncall.core.store.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a console does for planned silences by itself while its window is open: it makes those of recurring maintenance ahead,
 * and ends one of two that came of a single user action where the console that made it is not there to do so (reliability
 * guide F57). Runs on a thread of its own.
 */
public final class SilenceUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SilenceUpkeep.class);
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final ActionDesk desk;
    private final Supplier<Monitor.AlertsNow> alerts;
    private final PlanMaintenance maintenance;
    private final Poller poller;
    private final Subscription news;
    private @Nullable Long planned;
    private Set<ClusterSilence> seen = Set.of();
    private Set<String> told = Set.of();

    /** @param alerts alerts and silences as they were polled last */
    public SilenceUpkeep(ActionDesk desk, Supplier<Monitor.AlertsNow> alerts, PlanMaintenance maintenance, Bus bus) {
        this.desk = desk;
        this.alerts = alerts;
        this.maintenance = maintenance;
        poller = new Poller("silence upkeep", this::run, EVERY, desk.clock(), new Random());
        news = bus.subscribe(OncallEvent.AlertsChanged.class, event -> poller.now());
    }

    /** Where the operator may change silences; a console that only watches keeps nothing up. */
    public void start() {
        if (desk.operator().role().atLeast(Role.RESPONDER)) {
            poller.start();
        }
    }

    @Override
    public void close() {
        news.close();
        poller.close();
    }

    /** One turn, after each poll; false where it was interrupted. */
    boolean run() {
        try {
            heal();
            plan();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void plan() throws InterruptedException {
        long now = desk.clock().nanos();
        Long before = planned;
        if (before != null && now - before < EVERY.toNanos()) {
            return;
        }
        planned = now;
        List<String> left = maintenance.run(
                alerts.get().from().stream().map(Snapshot::value).toList());
        left.stream().filter(sentence -> !told.contains(sentence)).forEach(LOG::warn);
        told = Set.copyOf(left);
    }

    /** Ends those that were too many at the turn before and still are. */
    private void heal() throws InterruptedException {
        Set<String> before = new HashSet<>();
        seen.forEach(one -> before.add(one.silence().id()));
        List<ClusterSilence> surplus = surplus(alerts.get().board().silences());
        for (ClusterSilence one : surplus) {
            ClusterDesk cluster = desk.cluster(one.cluster());
            if (cluster != null && before.contains(one.silence().id()) && needless(one, desk.read(cluster))) {
                end(one, cluster);
            }
        }
        seen = Set.copyOf(surplus);
    }

    /** While a cluster is split each side needs its own; and only one that every member holds can stand in for another. */
    private boolean needless(ClusterSilence twin, ClusterAnswer now) {
        int members = now.members().size();
        List<ClusterSilence> whole = desk.board(now).silences().stream()
                .filter(one -> one.seenOn().size() == members)
                .toList();
        return Partitions.of(now).size() == 1
                && surplus(whole).stream()
                        .anyMatch(
                                one -> one.silence().id().equals(twin.silence().id()));
    }

    private void end(ClusterSilence twin, ClusterDesk cluster) throws InterruptedException {
        String id = twin.silence().id();
        Climb climb = desk.climb("end silence " + id + ", a twin", cluster, List.of());
        climb.byItself();
        climb.silence(id);
        climb.finish(() -> {
            String why = new SilenceEnder(desk, cluster).end(id, climb);
            return why.isEmpty()
                    ? climb.end(Outcome.EFFECTIVE, "ended, its twin stays")
                    : climb.end(Outcome.FAILED, why);
        });
    }

    /** Of the planned silences that are of one intent, all but the one with the smallest id. */
    private static List<ClusterSilence> surplus(List<ClusterSilence> silences) {
        Map<String, List<ClusterSilence>> byTag = new LinkedHashMap<>();
        for (ClusterSilence one : silences) {
            String tag = SilenceTag.intent(one.silence());
            if (!tag.isEmpty() && SilenceChanger.lives(one.silence()) && AckRecord.read(one.silence()) == null) {
                byTag.computeIfAbsent(one.cluster() + "\n" + tag, key -> new ArrayList<>())
                        .add(one);
            }
        }
        List<ClusterSilence> surplus = new ArrayList<>();
        for (List<ClusterSilence> twins : byTag.values()) {
            twins.sort((a, b) -> a.silence().id().compareTo(b.silence().id()));
            surplus.addAll(twins.subList(1, twins.size()));
        }
        return surplus;
    }
}
