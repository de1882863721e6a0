package io.novacron.oncall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Two consoles for five minutes on a real pair, and again on three members, with ten kills, a time in which each reaches one
 * member only, and one in which the members do not hear of each other.
 */
final class ConsolesBenchmark implements Benchmark {

    private static final int KILLS = 10;
    private static final int OF_A_KIND = 200;
    private static final Duration ORDER = Duration.ofSeconds(60);
    private static final Duration AGREE = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "consoles";
    }

    @Override
    public List<BenchResult> run(Consumer<String> progress) throws Exception {
        List<BenchResult> results = new ArrayList<>();
        results.addAll(run("pair", 2, progress));
        results.addAll(run("three", 3, progress));
        return results;
    }

    private static List<BenchResult> run(String name, int members, Consumer<String> progress) throws Exception {
        long seed = System.nanoTime();
        progress.accept(members + " members, seed " + seed);
        Path folder = Files.createTempDirectory("oncall-bench-consoles-");
        ConsolesProof.Plan plan = new ConsolesProof.Plan(
                members,
                Duration.ofMinutes(5),
                KILLS,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                ORDER,
                AGREE,
                seed);
        ConsolesProof.Verdict verdict = new ConsolesProof(plan, folder, progress).run();
        progress.accept(verdict.deeds().toString());
        progress.accept(verdict.rounds() + " rounds of the reader since the last fault");
        verdict.faults().forEach(fault -> progress.accept("OUT OF ORDER " + fault));
        String prefix = "consoles." + name + ".";
        return List.of(
                BenchResult.atLeast(prefix + "acks", count(verdict, "ack"), "writes", OF_A_KIND),
                BenchResult.atLeast(prefix + "unacks", count(verdict, "unack"), "writes", OF_A_KIND),
                BenchResult.atLeast(prefix + "edits", count(verdict, "edit"), "writes", OF_A_KIND),
                BenchResult.atLeast(prefix + "extends", count(verdict, "extend"), "writes", OF_A_KIND),
                BenchResult.atLeast(prefix + "kills", verdict.kills(), "kills", KILLS),
                BenchResult.atMost(prefix + "outOfOrder", verdict.faults().size(), "faults", 0),
                BenchResult.atMost(prefix + "orderAfter", seconds(verdict.orderly()), "s", seconds(ORDER)),
                BenchResult.atMost(prefix + "agreedAfter", seconds(verdict.agreed()), "s", seconds(ORDER.plus(AGREE))));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /** Only those that took effect. */
    private static double count(ConsolesProof.Verdict verdict, String kind) {
        return verdict.deeds().getOrDefault(kind + " EFFECTIVE", 0L).doubleValue();
    }
}
