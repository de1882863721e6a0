package io.novacron.oncall.desktop.cli.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.Grouping;
import io.novacron.oncall.core.routing.Routing;
import io.novacron.oncall.core.routing.Told;
import io.novacron.oncall.core.routing.Visit;
import io.novacron.oncall.core.time.PromDuration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is told of an alert. Group labels and timers at the top level are those of the first route that takes it.
 *
 * @param receivers in amtool's order, duplicates kept
 * @param path every route that the alert came through, from the root on, depth first
 * @param routes those that take it, one for each of the receivers
 * @param ways channels in words, the paging ones first
 */
public record RouteDocument(
        List<String> receivers,
        List<StepDocument> path,
        List<String> groupBy,
        String groupWait,
        String groupInterval,
        String repeatInterval,
        List<TakenDocument> routes,
        List<String> ways) {

    /** One route on the way, with the reason in words. */
    public record StepDocument(
            List<MatcherDocument> matchers,
            String receiver,
            @JsonProperty("continue") boolean goesOn,
            String why) {}

    /** One route that takes the alert. */
    public record TakenDocument(
            String receiver,
            List<String> groupBy,
            String groupWait,
            String groupInterval,
            String repeatInterval,
            List<String> muteTimeIntervals,
            List<String> activeTimeIntervals) {}

    public static RouteDocument of(Routing routing, Labels labels) {
        Told told = routing.told(labels);
        List<StepDocument> path = new ArrayList<>();
        walk(routing.visit(labels), path);
        List<TakenDocument> routes =
                told.taken().stream().map(RouteDocument::taken).toList();
        TakenDocument first = routes.getFirst();
        return new RouteDocument(
                told.receivers(),
                path,
                first.groupBy(),
                first.groupWait(),
                first.groupInterval(),
                first.repeatInterval(),
                routes,
                told.ways());
    }

    private static void walk(Visit visit, List<StepDocument> path) {
        if (visit.step().lit()) {
            path.add(new StepDocument(
                    MatcherDocument.of(visit.route().matchers()),
                    visit.route().grouping().receiver(),
                    visit.route().continues(),
                    visit.why()));
            visit.below().forEach(child -> walk(child, path));
        }
    }

    private static TakenDocument taken(Told.Taken taken) {
        Grouping grouping = taken.route().grouping();
        return new TakenDocument(
                grouping.receiver(),
                grouping.by(),
                PromDuration.format(grouping.groupWait()),
                PromDuration.format(grouping.groupInterval()),
                PromDuration.format(grouping.repeatInterval()),
                taken.route().muteIntervals(),
                taken.route().activeIntervals());
    }
}
