package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.Accepted;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AckTerm;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.PageSink;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.time.PromDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A named person takes a firing: a short silence that hits exactly the chosen alerts (alerts guide §4). Who comes second joins
 * the silence of the first, there is never a second one. Blocking.
 */
public final class Acknowledge {

    /** How long an acknowledgement holds without anybody extending it. */
    public static final Duration DEFAULT_HOLD = Duration.ofHours(1);

    /** One shift. */
    public static final Duration LONGEST_HOLD = Duration.ofHours(8);

    private static final int MOST_SILENCES = 20;
    private static final String UNSAID = "investigating";

    /**
     * What is asked for; all keys are taken, each with an outcome of its own. An empty reason becomes "investigating".
     *
     * @param hold how long it may last; without a lease the silence ends just then
     * @param leased this console stays and keeps it alive in short steps, so that it ends soon after its alert or the console
     *     does (alerts guide §4.4)
     * @param confirm the count of alerts, typed to go on with more than twenty silences; null if none was
     */
    public record Request(
            List<AlertKey> keys,
            Duration hold,
            String reason,
            boolean leased,
            @Nullable Integer confirm) {

        public Request {
            keys = List.copyOf(keys);
            reason = reason.isBlank() ? UNSAID : reason.strip();
        }

        boolean saysWhy() {
            return !reason.equals(UNSAID);
        }

        /** For a program that does not stay. */
        public Request(List<AlertKey> keys, Duration hold, String reason) {
            this(keys, hold, reason, false, null);
        }

        public Request(List<AlertKey> keys, Duration hold, String reason, boolean leased) {
            this(keys, hold, reason, leased, null);
        }
    }

    private final ActionDesk desk;

    public Acknowledge(ActionDesk desk) {
        this.desk = desk;
    }

    public ActionResult run(Request request) throws InterruptedException {
        if (!desk.operator().role().atLeast(Role.RESPONDER)) {
            return RoleGate.refused("acknowledge", desk.operator());
        }
        if (request.hold().compareTo(LONGEST_HOLD) > 0 || !request.hold().isPositive()) {
            return new ActionResult.Invalid("an acknowledgement holds for more than 0s and at most "
                    + PromDuration.format(LONGEST_HOLD) + ", so choose a time between them");
        }
        List<Plan> plans = new ArrayList<>();
        Map<String, List<AlertKey>> byCluster = request.keys().stream()
                .distinct()
                .collect(Collectors.groupingBy(AlertKey::cluster, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<AlertKey>> cluster : byCluster.entrySet()) {
            ClusterDesk at = desk.cluster(cluster.getKey());
            if (at == null) {
                return new ActionResult.Invalid("no Alertmanager cluster " + cluster.getKey() + " is configured");
            }
            plans.addAll(plans(at, cluster.getValue()));
        }
        int silences = plans.stream().mapToInt(plan -> plan.fresh().size()).sum();
        if (silences > MOST_SILENCES) {
            int count = byCluster.values().stream().mapToInt(List::size).sum();
            if (request.confirm() == null || request.confirm() != count) {
                return new ActionResult.Refused(
                        "this acknowledges " + count + " alerts, which needs " + silences
                                + " silences, more than " + MOST_SILENCES
                                + "; choose fewer alerts, silence them by a rule, or confirm the count " + count,
                        count);
            }
        }
        List<Ladder> ladders = new ArrayList<>();
        for (Plan plan : plans) {
            ladders.addAll(carryOut(plan, request));
        }
        return new ActionResult.Tried(ladders);
    }

    /** What to do in one cluster: who is not there, whose acknowledgement to join, which silences to make. */
    private record Plan(ClusterDesk cluster, Map<AlertKey, String> missing, List<Alert> join, List<AckPlan> fresh) {}

    /** One for each part of the cluster. */
    private List<Plan> plans(ClusterDesk cluster, List<AlertKey> keys) throws InterruptedException {
        ClusterAnswer now = desk.read(cluster);
        AlertBoard whole = desk.board(now);
        List<Plan> plans = new ArrayList<>();
        for (ClusterPart part : ClusterPart.of(cluster, now)) {
            List<AlertKey> asked = plans.isEmpty()
                    ? keys
                    : keys.stream().filter(key -> whole.alert(key) != null).toList();
            plans.add(plan(part.desk(), part.now(), whole, desk.board(part.now()), asked));
        }
        return plans;
    }

    private static Plan plan(
            ClusterDesk cluster, ClusterAnswer now, AlertBoard whole, AlertBoard part, List<AlertKey> keys) {
        Map<AlertKey, String> missing = new TreeMap<>();
        List<Alert> join = new ArrayList<>();
        List<Alert> fresh = new ArrayList<>();
        for (AlertKey key : keys) {
            Alert alert = whole.alert(key);
            Alert here = part.alert(key);
            if (alert == null) {
                missing.put(
                        key,
                        now.members().isEmpty()
                                ? ActionDesk.silentSentence(now)
                                : "no alert " + key.fingerprint() + " fires in " + key.cluster());
            } else if (here == null || here.ack() == null || here.ack().foreign()) {
                fresh.add(alert);
            } else {
                join.add(here);
            }
        }
        return new Plan(cluster, missing, join, AckPlan.of(fresh, whole.alerts()));
    }

    private List<Ladder> carryOut(Plan plan, Request request) throws InterruptedException {
        List<Ladder> ladders = new ArrayList<>();
        plan.missing()
                .forEach((key, why) ->
                        ladders.add(desk.climb("acknowledge " + key.fingerprint(), plan.cluster(), List.of(key))
                                .end(Outcome.FAILED, why)));
        for (Alert alert : plan.join()) {
            ladders.add(new JoinAck(desk, plan.cluster(), request).run(alert));
        }
        for (AckPlan fresh : plan.fresh()) {
            ladders.add(begin(plan.cluster(), fresh, request));
        }
        return ladders;
    }

    private Ladder begin(ClusterDesk cluster, AckPlan plan, Request request) throws InterruptedException {
        List<AlertKey> about = plan.hits().stream().map(Alert::key).toList();
        Climb climb = desk.climb("acknowledge " + plan.hits().getFirst().name(), cluster, about);
        SilenceWriter writer = new SilenceWriter(desk, cluster);
        return climb.finish(() -> {
            Accepted accepted = writer.write(probe -> spec(cluster, plan, request, climb.id(), probe), climb);
            Ladder proved = writer.prove(
                    accepted,
                    plan::hits,
                    about.stream().map(AlertKey::fingerprint).toList(),
                    climb);
            Ladder settled = new JoinAck(desk, cluster, request).settle(proved, plan.hits(), climb);
            return paged(cluster, plan, settled, climb);
        });
    }

    /** Whatever PagerDuty says, Alertmanager's part is done. */
    private Ladder paged(ClusterDesk cluster, AckPlan plan, Ladder settled, Climb climb) throws InterruptedException {
        PageSink pager = desk.pager();
        if (pager == null || settled.outcome() != Outcome.EFFECTIVE) {
            return settled;
        }
        String said = new PagerStep(pager).run(desk.board(desk.read(cluster)), plan.hits(), climb);
        return said.isEmpty() ? settled : climb.end(Outcome.EFFECTIVE, settled.detail() + "; " + said);
    }

    /** The start is the epoch: the server makes it its own now, and the silence is active at once (alerts guide S4). */
    private SilenceSpec spec(ClusterDesk cluster, AckPlan plan, Request request, String uuid, Probe probe) {
        SortedMap<String, Instant> keys = new TreeMap<>();
        plan.hits().forEach(alert -> keys.put(alert.key().fingerprint(), alert.startsAt()));
        String owner = AckRecord.ownerName(desk.operator().name());
        Instant limit = probe.serverTime().plus(request.hold());
        Instant until = request.leased() ? firstEnd(probe, limit) : limit;
        AckTerm term = request.leased() && !cluster.keptElsewhere()
                ? AckTerm.NONE.takenBy(desk.console(), until, limit)
                : AckTerm.NONE;
        AckRecord ack = new AckRecord(uuid, keys, List.of(owner), request.reason(), false, term);
        boolean annotated = probe.annotations() && !cluster.keptElsewhere();
        // a server of unknown version gets both: what it keeps shows with the next reading, and the next writing
        // follows it
        boolean both = probe.unnamed() && !cluster.keptElsewhere();
        return new SilenceSpec(
                "",
                plan.matchers(),
                Instant.EPOCH,
                until,
                owner,
                annotated ? ack.annotatedComment() : ack.plainComment(until),
                annotated || both ? ack.annotations() : Map.of());
    }

    static Instant firstEnd(Probe probe, Instant limit) {
        Instant end = probe.serverTime().plus(AckDecision.LEASE);
        return end.isAfter(limit) ? limit : end;
    }
}
