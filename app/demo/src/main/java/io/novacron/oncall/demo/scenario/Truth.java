package io.novacron.oncall.demo.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is true about a scenario: the page at the back of the book.
 *
 * @param cause one sentence
 * @param where the things that are broken, outermost first: cluster, service, process, node, version, tenant
 * @param fires alerts that fire ten minutes after the start at the latest; others may fire too
 * @param clues calls that find the cause, in the order in which one would make them
 * @param remedy what to do, one step each
 */
public record Truth(
        String cause,
        List<String> where,
        List<Firing> fires,
        List<Sight> sights,
        List<Clue> clues,
        List<String> remedy) {

    public Truth {
        where = List.copyOf(where);
        fires = List.copyOf(fires);
        sights = List.copyOf(sights);
        clues = List.copyOf(clues);
        remedy = List.copyOf(remedy);
    }

    static List<Firing> firing(String cluster, String... alerts) {
        return Arrays.stream(alerts).map(alert -> new Firing(alert, cluster)).toList();
    }

    String markdown(String title, String name) {
        return "# " + title + " (`" + name + "`)\n\n"
                + "**Cause.** " + cause + "\n\n"
                + "**Where.** " + (where.isEmpty() ? "Nowhere." : String.join(" · ", where)) + "\n\n"
                + section(
                        "What fires",
                        fires.stream()
                                .map(one -> "`" + one.alert() + "` in " + one.cluster())
                                .toList())
                + section(
                        "What the views show",
                        sights.stream()
                                .map(one -> "**" + one.view() + "**: " + one.shows())
                                .toList())
                + section(
                        "Calls that find it",
                        clues.stream()
                                .map(clue -> "`" + clue.line() + "` shows `" + clue.finds() + "`")
                                .toList())
                + section("What to do", remedy);
    }

    private static String section(String heading, List<String> items) {
        return items.isEmpty()
                ? ""
                : "## " + heading + "\n\n"
                        + items.stream().map(item -> "- " + item + "\n").collect(Collectors.joining())
                        + "\n";
    }
}
