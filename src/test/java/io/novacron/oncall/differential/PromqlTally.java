package io.novacron.oncall.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

/** Counts of cases per function or operator. */
final class PromqlTally {

    private static final int FEWEST = 10;

    private record Count(int cases, int mismatches, int errors, int empty) {
        Count plus(Count more) {
            return new Count(
                    cases + more.cases, mismatches + more.mismatches, errors + more.errors, empty + more.empty);
        }
    }

    private static final Count NONE = new Count(0, 0, 0, 0);

    private final Map<String, Count> counts = new TreeMap<>();

    void add(String name, PromqlAnswer real, boolean agrees) {
        boolean error = real.type().startsWith("error");
        counts.merge(name, new Count(1, agrees ? 0 : 1, error ? 1 : 0, real.isEmpty() ? 1 : 0), Count::plus);
    }

    /** Enough cases for each, and most of all answers say something. */
    void check(double leastShare) {
        counts.forEach((name, count) ->
                assertThat(count.cases()).as("cases of " + name).isGreaterThanOrEqualTo(FEWEST));
        Count all = total();
        int answered = all.cases() - all.errors();
        assertThat((answered - all.empty()) / (double) answered)
                .as("share of answers without error that are not empty")
                .isGreaterThanOrEqualTo(leastShare);
    }

    private Count total() {
        return counts.values().stream().reduce(NONE, Count::plus);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                "%-22s %7s %10s %7s %7s%n", "PromQL agreement", "cases", "mismatches", "errors", "empty"));
        counts.forEach((name, count) -> append(text, name, count));
        append(text, "all", total());
        return text.toString();
    }

    private static void append(StringBuilder text, String name, Count count) {
        text.append(String.format(
                "%-22s %7d %10d %7d %7d%n", name, count.cases(), count.mismatches(), count.errors(), count.empty()));
    }
}
