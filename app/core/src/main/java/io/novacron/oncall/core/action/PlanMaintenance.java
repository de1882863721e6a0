package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceChanger.Wish;
import io.novacron.oncall.core.action.SilenceWriter.Accepted;
import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Maintenance;
import io.novacron.oncall.core.silence.MaintenanceWindow;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceRules;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.silence.SilenceTag;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the silences of recurring maintenance a day ahead, as {@code pending} ones. Consoles do not agree on who does it: the
 * id of a window is the same on all, each looks for it before it writes, and of two made at the same moment the smaller id of
 * the server stays. One that somebody ended is there still, as an expired one, and is not made again. Blocking.
 */
public final class PlanMaintenance {

    /** How long before its begin a window's silence is made. */
    public static final Duration AHEAD = Duration.ofHours(24);

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final ActionDesk desk;
    private final List<Maintenance> plans;

    public PlanMaintenance(ActionDesk desk, List<Maintenance> plans) {
        this.desk = desk;
        this.plans = List.copyOf(plans);
    }

    /**
     * Makes what is missing now. A cluster is asked only where its last poll lacks something.
     *
     * @param polled what the clusters said last; one that is not among them is asked
     * @return one sentence for each window that should be there and is not, empty where all is well
     */
    public List<String> run(Collection<ClusterAnswer> polled) throws InterruptedException {
        List<String> left = new ArrayList<>();
        for (Maintenance plan : plans) {
            for (ClusterDesk cluster : desk.clusters()) {
                if (plan.cluster().isEmpty() || plan.cluster().equals(cluster.cluster())) {
                    String problem = plan(plan, cluster, last(polled, cluster));
                    if (!problem.isEmpty()) {
                        left.add("maintenance " + plan.name() + " in " + cluster.cluster() + ": " + problem);
                    }
                }
            }
        }
        return left;
    }

    private static @Nullable ClusterAnswer last(Collection<ClusterAnswer> polled, ClusterDesk cluster) {
        return polled.stream()
                .filter(answer -> answer.cluster().equals(cluster.cluster()))
                .findFirst()
                .orElse(null);
    }

    private static boolean complete(List<MaintenanceWindow> windows, ClusterDesk cluster, ClusterAnswer polled) {
        return ClusterPart.of(cluster, polled).stream()
                .allMatch(part ->
                        windows.stream().allMatch(window -> listed(part.now(), window.id(cluster.cluster()))));
    }

    private String plan(Maintenance plan, ClusterDesk cluster, @Nullable ClusterAnswer polled)
            throws InterruptedException {
        List<MaintenanceWindow> windows = plan.windows(desk.clock().now(), AHEAD);
        if (windows.isEmpty()) {
            return "";
        }
        if (polled != null) {
            if (complete(windows, cluster, polled)) {
                return "";
            }
            String why = refusal(plan, polled);
            if (!why.isEmpty()) {
                return why;
            }
        }
        ClusterAnswer now = desk.read(cluster);
        if (now.members().isEmpty()) {
            return ActionDesk.silentSentence(now);
        }
        String problem = "";
        for (MaintenanceWindow window : windows) {
            String id = window.id(cluster.cluster());
            boolean first = true;
            for (ClusterPart part : ClusterPart.of(cluster, now)) {
                if (!listed(part.now(), id)) {
                    String why = refusal(plan, now);
                    if (!why.isEmpty()) {
                        return why;
                    }
                    Ladder ladder = write(window, part.desk(), first && !listed(now, id));
                    problem = ladder.outcome() == Outcome.EFFECTIVE ? problem : ladder.detail();
                }
                first = false;
            }
        }
        return problem;
    }

    private static boolean listed(ClusterAnswer now, String id) {
        return now.members().stream()
                .flatMap(member -> member.silences().stream())
                .anyMatch(silence -> SilenceTag.intent(silence).equals(id));
    }

    /** Nobody is there to type a count, so what needs one is left to the consoles of those who decide it alone. */
    private String refusal(Maintenance plan, ClusterAnswer now) {
        Role role = desk.operator().role();
        if (!role.atLeast(Role.RESPONDER)) {
            return "left to a responder's console";
        }
        try {
            SilencePreview preview =
                    SilenceRules.preview(plan.matchers(), desk.board(now).alerts());
            String large = preview.breakGlass(plan.length());
            return large.isEmpty() || role.atLeast(Role.LEAD) ? "" : "left to a lead's console, since it is " + large;
        } catch (MatcherSyntaxException e) {
            return e.text();
        }
    }

    /** @param first no side of the cluster has it; another side's says of which it is the twin */
    private Ladder write(MaintenanceWindow window, ClusterDesk cluster, boolean first) throws InterruptedException {
        Climb climb = desk.climb("maintenance " + window.maintenance().name(), cluster, List.of());
        climb.byItself();
        String id = window.id(cluster.cluster());
        Silence wanted = wanted(window, id, first ? "" : climb.id());
        SilenceWriter writer = new SilenceWriter(desk, cluster);
        return climb.finish(() -> {
            Accepted accepted = writer.write(
                    probe -> spec(wanted, probe),
                    silence -> SilenceTag.intent(silence).equals(id),
                    climb);
            return prove(wanted, accepted, cluster, climb);
        });
    }

    private Ladder prove(Silence wanted, Accepted accepted, ClusterDesk cluster, Climb climb)
            throws InterruptedException, NotWritten {
        try {
            Wish wish = new Wish(wanted, false, new SilenceEdit(null, null, null, null), "");
            return new ChangeProof(desk, cluster, climb).prove(wish, wanted, accepted);
        } catch (MatcherSyntaxException e) {
            throw new NotWritten(Outcome.ACCEPTED, e.text());
        }
    }

    private Silence wanted(MaintenanceWindow window, String id, String twin) {
        Maintenance plan = window.maintenance();
        Map<String, String> notes = new HashMap<>();
        notes.put(SilenceNote.KIND, "silence");
        notes.put(SilenceNote.ID, twin.isEmpty() ? id : twin);
        notes.put(SilenceNote.MAINTENANCE, plan.name());
        if (!twin.isEmpty()) {
            notes.put(SilenceNote.TWIN_OF, id);
        }
        return new Silence(
                "",
                SilenceState.PENDING,
                plan.matchers(),
                window.startsAt(),
                window.endsAt(),
                Instant.EPOCH,
                AckRecord.ownerName(desk.operator().name()),
                twin.isEmpty() ? SilenceTag.mark(plan.comment(), id) : SilenceTag.markTwin(plan.comment(), twin, id),
                notes);
    }

    private static SilenceSpec spec(Silence wanted, Probe probe) {
        boolean late = !wanted.startsAt().isAfter(probe.serverTime().plus(SHORTEST));
        return new SilenceSpec(
                "",
                wanted.matchers(),
                late ? Instant.EPOCH : wanted.startsAt(),
                wanted.endsAt(),
                wanted.createdBy(),
                wanted.comment(),
                probe.annotations() ? wanted.annotations() : Map.of());
    }
}
