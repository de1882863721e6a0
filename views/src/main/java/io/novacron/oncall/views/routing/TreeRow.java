package io.novacron.oncall.views.routing;

import io.novacron.oncall.core.routing.Visit;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One line of the drawn routing tree: a route, or how many are folded away. All texts are safe to show.
sealed interface TreeRow {
    /// How far it is indented; the root is at 0.
    int depth();

    /// A route.
    ///
    /// @param matchers as Alertmanager writes them; empty for the root
    /// @param below    how many routes below it are not drawn
    record Of(int depth, Visit.Step step, String receiver, String matchers, boolean continues, String why, int below)
            implements TreeRow {}

    /// As many routes that are not drawn.
    record Folded(int depth, int routes) implements TreeRow {}

    /// Trees up to this size are drawn with every branch beside the way of the alert.
    int SMALL = 24;

    /// More is never drawn.
    int MOST = 600;

    /// The way of the alert in full; other branches by their first route, or, in a big tree, only by their number.
    ///
    /// @param unfolded whether a big tree is drawn like a small one
    static List<TreeRow> of(Visit root, boolean unfolded) {
        var rows = new ArrayList<TreeRow>();
        add(rows, root, 0, unfolded || root.route().size() <= SMALL);
        if (rows.size() <= MOST) {
            return rows;
        }
        List<TreeRow> shown = new ArrayList<>(rows.subList(0, MOST));
        shown.add(new Folded(0, rows.size() - MOST));
        return shown;
    }

    private static void add(List<TreeRow> rows, Visit visit, int depth, boolean all) {
        rows.add(row(visit, depth, visit.step().lit() ? 0 : visit.route().size() - 1));
        if (!visit.step().lit()) {
            return;
        }
        int folded = 0;
        for (Visit child : visit.below()) {
            if (child.step().lit() || all) {
                fold(rows, depth + 1, folded);
                folded = 0;
                add(rows, child, depth + 1, all);
            } else {
                folded += child.route().size();
            }
        }
        fold(rows, depth + 1, folded);
    }

    private static void fold(List<TreeRow> rows, int depth, int routes) {
        if (routes > 0) {
            rows.add(new Folded(depth, routes));
        }
    }

    private static Of row(Visit visit, int depth, int below) {
        String matchers = visit.route().matchers().stream().map(Matcher::toText).collect(Collectors.joining("  "));
        return new Of(
                depth,
                visit.step(),
                Visible.line(visit.route().grouping().receiver(), 80),
                Visible.line(matchers, 240),
                visit.route().continues(),
                visit.why(),
                below);
    }
}
