package io.novacron.oncall.demo.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of one kind of operation, numbered in the order in which they begin. */
final class Plan {

    /** More milliseconds than a call is on its way, there and back. */
    private static final double CALL = 2;

    private final Node root;
    private final List<Node> nodes;
    private final long longest;

    /**
     * A numbered step.
     *
     * @param parent the number of the step above; -1 for the first step
     * @param call the step above is another service's, or there is none
     */
    record Node(int id, Step step, int parent, boolean call, List<Node> children) {}

    private Plan(Node root, List<Node> nodes) {
        this.root = root;
        this.nodes = List.copyOf(nodes);
        longest = (long) (longest(root.step()) * 1_000);
    }

    static Plan of(Step step) {
        List<Node> nodes = new ArrayList<>();
        return new Plan(numbered(step, null, -1, nodes), nodes);
    }

    Node root() {
        return root;
    }

    /** Parents before their children; the number is the place. */
    List<Node> nodes() {
        return nodes;
    }

    /** More µs than it ever takes where nothing is slower than usual. */
    long longest() {
        return longest;
    }

    /** The first step of that name. */
    Node node(String name) {
        return nodes.stream()
                .filter(node -> node.step().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + name));
    }

    private static double longest(Step step) {
        double once = CALL + step.millis() * Draw.LONGEST_WORK;
        for (Step below : step.steps()) {
            once += longest(below) * below.most();
        }
        // one repetition may fail twice before it succeeds
        return once + 2 * (CALL + step.millis() * Draw.LONGEST_WORK + Walk.LONGEST_BACK_OFF);
    }

    private static Node numbered(Step step, @Nullable Step above, int parent, List<Node> into) {
        boolean call = above == null || above.service() != step.service();
        List<Node> children = new ArrayList<>();
        Node node = new Node(into.size(), step, parent, call, children);
        into.add(node);
        for (Step below : step.steps()) {
            children.add(numbered(below, step, node.id(), into));
        }
        return node;
    }
}
