package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * What one route said to an alert, with the whole tree below it.
 *
 * @param why one sentence without its full stop, safe to show
 */
public record Visit(Route route, Step step, String why, List<Visit> below) {

    /** What became of the alert at a route. */
    public enum Step {
        /** It takes the alert: its receiver is told. */
        TAKES,
        /** It matches, and a route below it takes the alert. */
        PASSES_ON,
        NO_MATCH,
        /** Never asked: a route before or above it decided. */
        NOT_ASKED;

        /** Whether the alert came this way. */
        public boolean lit() {
            return this == TAKES || this == PASSES_ON;
        }
    }

    public Visit {
        below = List.copyOf(below);
    }

    /** The routes the alert came through, from this one down to the one that took it, each taken way of its own. */
    public List<List<Visit>> ways() {
        List<List<Visit>> ways = new ArrayList<>();
        if (step == Step.TAKES) {
            ways.add(List.of(this));
        }
        for (Visit child : below) {
            for (List<Visit> way : child.ways()) {
                List<Visit> longer = new ArrayList<>(List.of(this));
                longer.addAll(way);
                ways.add(longer);
            }
        }
        return ways;
    }

    static Visit of(Route route, Labels labels) {
        int failing = route.matching().firstFailing(labels);
        if (failing >= 0) {
            return new Visit(
                    route,
                    Step.NO_MATCH,
                    unmet(route.matchers().get(failing), labels),
                    unasked(route.children(), "the route above does not match"));
        }
        List<Visit> below = new ArrayList<>();
        boolean taken = false;
        boolean ended = false;
        for (Route child : route.children()) {
            if (ended) {
                below.add(unasked(child, "a route before it took the alert and does not continue"));
                continue;
            }
            Visit visit = of(child, labels);
            below.add(visit);
            taken |= visit.step().lit();
            ended = visit.step().lit() && !child.continues();
        }
        return new Visit(route, taken ? Step.PASSES_ON : Step.TAKES, met(route, taken), below);
    }

    private static List<Visit> unasked(List<Route> routes, String why) {
        return routes.stream().map(route -> unasked(route, why)).toList();
    }

    private static Visit unasked(Route route, String why) {
        return new Visit(route, Step.NOT_ASKED, why, unasked(route.children(), "the route above was not asked"));
    }

    private static String met(Route route, boolean taken) {
        String matches = route.matchers().isEmpty() ? "takes every alert" : "all matchers hold";
        if (taken) {
            return matches + ", a route below takes it";
        }
        return route.children().isEmpty() ? matches : matches + ", no route below matches";
    }

    private static String unmet(Matcher matcher, Labels labels) {
        String shown = Visible.line(matcher.toText(), 200) + " does not hold: ";
        String name = Visible.line(matcher.name(), 60);
        return labels.has(matcher.name())
                ? shown + name + " is \"" + Visible.line(labels.get(matcher.name()), 100) + "\""
                : shown + "the alert has no " + name;
    }
}
