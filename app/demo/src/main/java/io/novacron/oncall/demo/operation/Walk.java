package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through the steps of one operation, once, and says what was done where and when. */
final class Walk {

    /** Milliseconds. */
    static final double LONGEST_BACK_OFF = 40 * Draw.LONGEST_WORK;

    private static final double MILLI = 1_000;
    private static final double SECOND = 1_000_000;
    /** How long it takes to learn that nobody listens. */
    private static final double REFUSAL = 900;

    private static final double BACK_OFF = 40_000;
    private static final double STAGGER = 250;
    private static final double LOSS_COST = 4;

    private final Outline outline;
    private final Draw draw;
    private final Conditions conditions;
    private final @Nullable Fate fate;
    private final @Nullable Node disks;
    private final List<@Nullable Visit> visits = new ArrayList<>();
    private @Nullable Failure failing;

    Walk(Outline outline) {
        this.outline = outline;
        draw = outline.draw();
        conditions = outline.site().conditions();
        fate = outline.fate();
        Vm vm = outline.vm();
        disks = vm == null ? null : vm.node();
    }

    /** In the order in which they began to be asked for; the first is the whole operation. */
    List<Visit> visits() {
        tried(outline.plan().root(), -1, (double) outline.start(), 0, 1);
        return visits.stream().map(Objects::requireNonNull).toList();
    }

    /** Answers when the caller goes on; all takes {@code scale} of its usual time. */
    private double tried(Plan.Node node, int parent, double at, int repetition, double scale) {
        double time = at;
        boolean doomed = fate != null && fate.node().id() == node.id() && fate.repetition() == repetition;
        int vain = doomed && fate != null ? fate.attempts() : 0;
        for (int attempt = 1; attempt <= vain; attempt++) {
            time = failed(node, parent, time, attempt);
            if (attempt < vain || (fate != null && fate.recovers())) {
                time += BACK_OFF * draw.work(visits.size());
            }
        }
        if (doomed && fate != null && !fate.recovers()) {
            failing = fate.failure();
            return time;
        }
        return done(node, parent, time, vain + 1, scale * Math.pow(node.step().shrink(), repetition));
    }

    private double failed(Plan.Node node, int parent, double at, int attempt) {
        Fate known = fate;
        if (known == null) {
            throw new IllegalStateException("nothing is to fail");
        }
        int index = visits.size();
        Instance instance = outline.instance(node.step());
        boolean answered = !known.failure().type().equals(Failure.UNREACHABLE);
        double hop = hop(node, index);
        double length = answered
                ? node.step().millis() * MILLI * draw.work(index) + added(node, instance)
                : REFUSAL * draw.work(index);
        double end = at + hop + length;
        visits.add(visit(node, index, parent, instance, attempt, at, hop, end, known.failure(), true, answered));
        return end + hop;
    }

    private double done(Plan.Node node, int parent, double at, int attempt, double scale) {
        int index = visits.size();
        visits.add(null);
        Step step = node.step();
        Instance instance = outline.instance(step);
        double hop = hop(node, index);
        double own = step.millis() * MILLI * draw.work(index) * scale * resent(node) + added(node, instance);
        double before = own * (0.2 + 0.5 * draw.unit(index, 1));
        Failure beside = failing;
        failing = null;
        double time = below(node, index, at + hop + before, scale);
        Failure failure = failing;
        double end = time + (failure == null ? own - before : Math.min(own - before, MILLI));
        visits.set(index, visit(node, index, parent, instance, attempt, at, hop, end, failure, false, true));
        failing = failure == null ? beside : failure;
        return end + hop;
    }

    private double below(Plan.Node node, int index, double from, double scale) {
        boolean parallel = node.step().parallel();
        double time = from;
        double latest = from;
        for (Plan.Node child : node.children()) {
            int count = draw.happens(child) ? draw.count(child) : 0;
            for (int i = 0; i < count && (parallel || failing == null); i++) {
                double end = tried(child, index, time, i, scale);
                latest = Math.max(latest, end);
                time = parallel ? time + STAGGER : end;
            }
        }
        return latest;
    }

    private Visit visit(
            Plan.Node node,
            int index,
            int parent,
            Instance instance,
            int attempt,
            double at,
            double hop,
            double end,
            @Nullable Failure failure,
            boolean origin,
            boolean answered) {
        return new Visit(
                index,
                parent,
                node.step(),
                instance,
                node.call(),
                attempt,
                (long) at,
                (long) (at + hop),
                (long) end,
                (long) (end + hop),
                failure,
                origin,
                answered,
                draw.spanId(index));
    }

    private double hop(Plan.Node node, int index) {
        return node.call() && node.parent() >= 0 ? 120 + 400 * draw.unit(index, 2) : 0;
    }

    /** µs on top of the usual. */
    private double added(Plan.Node node, Instance instance) {
        double time = outline.seconds();
        double added = node.call() ? conditions.latency(instance, time) : 0;
        if (node.step().disk()) {
            added += conditions.disk(disks == null ? instance.node() : disks, time);
        }
        return added * SECOND;
    }

    /** How much longer it takes where packets of the node that a VM leaves are lost. */
    private double resent(Plan.Node node) {
        Node source = outline.source();
        return source == null || !node.step().name().equals(Plans.SEND)
                ? 1
                : 1 + LOSS_COST * conditions.loss(source, outline.seconds());
    }
}
