package io.novacron.oncall.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What a window is put through, and the limits that hold for any number of alerts. */
final class WindowMeasures {

    private static final int WARM_UP = 20;
    private static final int REFRESHES = 12;

    /** Each leaves other lines than the one before it. */
    private static final List<String> TYPED = List.of(
            "tenant-1",
            "tenant-12",
            "tenant-123",
            "tenant-12",
            "",
            "team=\"team-3\"",
            "team=\"team-3\" tenant=~\".*1\"",
            "",
            "vm-2",
            "vm-27",
            "");

    private final String prefix;
    private final Consumer<String> progress;
    private final List<BenchResult> results = new ArrayList<>();

    WindowMeasures(String prefix, Consumer<String> progress) {
        this.prefix = prefix;
        this.progress = progress;
    }

    List<BenchResult> results() {
        return results;
    }

    void add(String name, double value, String unit, double budget) {
        BenchResult result = BenchResult.atMost(prefix + "." + name, value, unit, budget);
        results.add(result);
        progress.accept(String.format("%s %.1f %s (budget %.0f)", result.name(), value, unit, budget));
    }

    /** Makes some alerts other ones. */
    interface Change {
        void run() throws IOException;
    }

    /** @param change makes one alert of a hundred another one for the next poll */
    void run(WindowProcess window, Change change) throws IOException {
        double[] shown = new double[REFRESHES];
        double[] fx = new double[REFRESHES];
        for (int round = -WARM_UP; round < REFRESHES; round++) {
            if (round == 0) {
                window.ask("quiet 15");
            } else if (round == REFRESHES / 2) {
                window.ask("scroll 0.5");
            }
            change.run();
            double[] refresh = window.ask("refresh");
            if (round >= 0) {
                shown[round] = refresh[0];
                fx[round] = refresh[1];
            }
        }
        progress.accept("shown after " + Arrays.toString(shown) + " ms, FX thread " + Arrays.toString(fx) + " ms");
        window.ask("scroll 0");
        double[] typed = new double[6 * TYPED.size()];
        for (int round = 0; round < typed.length; round++) {
            typed[round] = window.ask("type " + TYPED.get(round % TYPED.size()))[0];
        }
        double[] warm = Arrays.copyOfRange(typed, 3 * TYPED.size(), typed.length);
        progress.accept("rows after " + Arrays.toString(typed) + " ms");
        add("change-shown", Arrays.stream(shown).max().orElseThrow(), "ms", 1_000);
        add("fx-per-refresh", share(fx, 0.5), "ms", 10);
        add("fx-per-refresh-most", share(fx, 1), "ms", 10);
        add("filter", share(warm, 0.5), "ms", 50);
        add("filter-most", share(warm, 1), "ms", 50);
        double[] stalls = window.ask("fx");
        add("fx-stall", stalls[0], "ms", 250);
        add("fx-stall-cpu", stalls[1], "ms", 250);
        add("pulse", stalls[2], "ms", 250);
        add("idle", window.ask("idle 46")[0], "% of a core", 1);
        add("heap", window.ask("heap")[0], "MiB", 768);
    }

    private static double share(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
