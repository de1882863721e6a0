package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.Grouping;
import io.novacron.oncall.core.routing.Mute;
import io.novacron.oncall.core.routing.Routing;
import io.novacron.oncall.core.routing.Told;
import io.novacron.oncall.core.routing.Visit;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.time.PromDuration;
import java.time.Instant;

/** The routing tree to read: the way of the alert, and at each route why it was taken or not. */
final class RouteText {

    private static final int WIDEST = 160;

    private RouteText() {}

    static String of(Routing routing, Labels labels, Instant now) {
        Told told = routing.told(labels);
        Table table = new Table("RECEIVER", "GROUPED BY", "FIRST AFTER", "THEN EVERY", "AGAIN AFTER", "NOW", "TOLD BY");
        for (Told.Taken taken : told.taken()) {
            Grouping grouping = taken.route().grouping();
            table.row(
                    grouping.receiver(),
                    grouping.by().isEmpty()
                            ? "nothing"
                            : grouping.byAll() ? "all labels" : String.join(", ", grouping.by()),
                    PromDuration.format(grouping.groupWait()),
                    PromDuration.format(grouping.groupInterval()),
                    PromDuration.format(grouping.repeatInterval()),
                    mute(routing.mute(taken.route(), now)),
                    Told.of(taken).line());
        }
        StringBuilder text = new StringBuilder(table.text()).append("\n\n");
        tree(text, routing.visit(labels), "");
        return text.toString().stripTrailing();
    }

    private static String mute(Mute mute) {
        Instant until = mute.until();
        return switch (mute.state()) {
            case AUDIBLE -> "not muted";
            case UNKNOWN -> "unknown: " + String.join(", ", mute.by());
            case MUTED ->
                "muted by " + String.join(", ", mute.by()) + (until == null ? "" : " until " + Clocks.shown(until));
        };
    }

    /** Below a route that the alert did not come through, only how many there are. */
    private static void tree(StringBuilder text, Visit visit, String indent) {
        String matchers = visit.route().matchers().isEmpty()
                ? ""
                : " " + Matcher.toText(visit.route().matchers());
        text.append(indent)
                .append(mark(visit.step()))
                .append(Visible.line(visit.route().grouping().receiver(), WIDEST))
                .append(Visible.line(matchers, WIDEST))
                .append(visit.route().continues() ? " continue" : "")
                .append(": ")
                .append(visit.why())
                .append('\n');
        if (visit.step().lit()) {
            visit.below().forEach(child -> tree(text, child, indent + "  "));
        } else if (!visit.below().isEmpty()) {
            int below = visit.route().size() - 1;
            text.append(indent)
                    .append("    (")
                    .append(below)
                    .append(below == 1 ? " route" : " routes")
                    .append(" below)\n");
        }
    }

    private static String mark(Visit.Step step) {
        return switch (step) {
            case TAKES -> "> ";
            case PASSES_ON -> "+ ";
            case NO_MATCH, NOT_ASKED -> "- ";
        };
    }
}
