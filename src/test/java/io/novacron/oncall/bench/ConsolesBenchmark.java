package io.novacron.oncall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Two consoles for five minutes on a real pair, with ten kills and a time in which each reaches one member only. */
final class ConsolesBenchmark implements Benchmark {

    private static final int KILLS = 10;
    private static final int OF_A_KIND = 200;

    @Override
    public String name() {
        return "consoles";
    }

    @Override
    public List<BenchResult> run(Consumer<String> progress) throws Exception {
        long seed = System.nanoTime();
        progress.accept("seed " + seed);
        Path folder = Files.createTempDirectory("oncall-bench-consoles-");
        ConsolesProof.Plan plan = new ConsolesProof.Plan(
                Duration.ofMinutes(5), KILLS, Duration.ofSeconds(20), Duration.ofSeconds(60), seed);
        ConsolesProof.Verdict verdict = new ConsolesProof(plan, folder, progress).run();
        progress.accept(verdict.deeds().toString());
        verdict.faults().forEach(fault -> progress.accept("OUT OF ORDER " + fault));
        return List.of(
                BenchResult.atLeast("consoles.acks", count(verdict, "ack "), "writes", OF_A_KIND),
                BenchResult.atLeast("consoles.unacks", count(verdict, "unack "), "writes", OF_A_KIND),
                BenchResult.atLeast("consoles.edits", count(verdict, "edit "), "writes", OF_A_KIND),
                BenchResult.atLeast("consoles.extends", count(verdict, "extend "), "writes", OF_A_KIND),
                BenchResult.atLeast("consoles.kills", verdict.kills(), "kills", KILLS),
                BenchResult.atMost("consoles.outOfOrder", verdict.faults().size(), "faults", 0),
                BenchResult.atMost("consoles.orderAfter", verdict.orderly().toMillis() / 1e3, "s", 60));
    }

    private static int count(ConsolesProof.Verdict verdict, String kind) {
        return verdict.deeds().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .mapToInt(entry -> Math.toIntExact(entry.getValue()))
                .sum();
    }
}
