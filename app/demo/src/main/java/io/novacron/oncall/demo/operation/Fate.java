package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Instance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which call of an operation fails.
 *
 * @param node the step that fails
 * @param repetition which of its repetitions does
 * @param attempts how often it is tried in vain
 * @param recovers the next attempt succeeds, and with it the operation
 */
record Fate(Plan.Node node, int repetition, int attempts, boolean recovers, Failure failure) {

    /** What fails on a good day. */
    private static final double USUAL = 0.0006;

    private static final double USUAL_RETRY = 0.008;
    private static final double WRONG_PASSWORD = 0.03;
    private static final double USUAL_ABORT = 0.004;
    /** For each call that fails for good in an incident, this many more succeed when tried again. */
    private static final double RETRIES = 0.4;

    static @Nullable Fate of(Outline outline) {
        Draw draw = outline.draw();
        if (outline.kind() == Kind.AUTH_LOGIN && (outline.stream() == Stream.LOGINS || draw.place() < WRONG_PASSWORD)) {
            Plan.Node login = outline.plan().node(Plans.LOGIN);
            return once(login, Failure.wrongPassword(outline.instance(login.step()), outline.user()));
        }
        if (outline.kind() == Kind.VM_MIGRATE && draw.place() < USUAL_ABORT + aborting(outline)) {
            Plan.Node round = outline.plan().node(Plans.COPY_ROUND);
            Failure failure = Failure.migration(outline.instance(round.step()));
            return new Fate(round, draw.count(round) - 1, 1, false, failure);
        }
        Fate incident =
                outline.site().conditions().calm(outline.seconds()) ? null : incident(outline, happening(outline));
        return incident == null && draw.fate() < USUAL + USUAL_RETRY ? usual(outline) : incident;
    }

    /** A migration fails where one of its two ends makes it fail. */
    private static double aborting(Outline outline) {
        Site site = outline.site();
        double time = outline.seconds();
        return Math.max(site.migrationFailures(outline.source(), time), site.migrationFailures(outline.target(), time));
    }

    /** The first process has nobody who would try again. */
    private static @Nullable Fate usual(Outline outline) {
        List<Plan.Node> nodes = happening(outline);
        Plan.Node node = nodes.get((int) (outline.draw().place() * nodes.size()));
        boolean recovers = outline.draw().fate() >= USUAL;
        return recovers && node.parent() < 0
                ? null
                : failing(outline, node, recovers, Failure.of(outline.instance(node.step())));
    }

    private static @Nullable Fate incident(Outline outline, List<Plan.Node> nodes) {
        Conditions conditions = outline.site().conditions();
        double time = outline.seconds();
        for (Plan.Node node : nodes) {
            Instance instance = outline.instance(node.step());
            double draw = outline.draw().fails(node);
            if (node.parent() >= 0 && draw < conditions.down(instance, time)) {
                return failing(outline, node, false, Failure.unreachable(instance));
            }
            double errors = conditions.errors(instance, time);
            if (draw < errors * (1 + RETRIES)) {
                boolean recovers = draw >= errors && node.parent() >= 0;
                return failing(outline, node, recovers, Failure.of(instance));
            }
        }
        return null;
    }

    private static Fate failing(Outline outline, Plan.Node node, boolean recovers, Failure failure) {
        int repetition = (int) (outline.draw().place() * outline.draw().count(node));
        int attempts = node.parent() < 0 || recovers ? 1 : 2;
        return new Fate(node, repetition, attempts, recovers, failure);
    }

    private static Fate once(Plan.Node node, Failure failure) {
        return new Fate(node, 0, 1, false, failure);
    }

    /** The calls that this operation makes; a step below one that is not done is not done. */
    private static List<Plan.Node> happening(Outline outline) {
        List<Plan.Node> nodes = new ArrayList<>();
        boolean[] skipped = new boolean[outline.plan().nodes().size()];
        for (Plan.Node node : outline.plan().nodes()) {
            boolean above = node.parent() >= 0 && skipped[node.parent()];
            skipped[node.id()] = above || !outline.draw().happens(node);
            if (!skipped[node.id()] && node.call()) {
                nodes.add(node);
            }
        }
        return nodes;
    }
}
