package io.novacron.oncall.bench;

import io.novacron.oncall.bench.WriteWorker.Deed;
import io.novacron.oncall.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** 10 000 writes through faults to real pairs, a new pair for every 500, since a server lists what has ended for days. */
final class WritesBenchmark implements Benchmark {

    private static final int WRITES = 10_000;
    private static final int PER_PAIR = 500;
    private static final int WORKERS = 32;
    private static final int FAULTS_OF_A_KIND = 500;
    private static final double SHARE = 0.07;

    @Override
    public String name() {
        return "writes";
    }

    @Override
    public List<BenchResult> run(Consumer<String> progress) throws Exception {
        long seed = System.nanoTime();
        progress.accept("seed " + seed);
        FaultTally tally = new FaultTally();
        long start = System.nanoTime();
        for (int round = 0; tally.written() < WRITES; round++) {
            Path folder = Files.createTempDirectory("oncall-bench-writes-");
            FaultDice dice = new FaultDice(seed + round, SHARE, SHARE);
            WriteProof.Plan plan = new WriteProof.Plan(PER_PAIR, WORKERS, seed + round, dice);
            WriteProof.Verdict verdict = new WriteProof(plan, folder).run();
            tally.add(verdict, dice.thrown());
            verdict.duplicates().forEach(text -> progress.accept("DUPLICATE " + text));
            verdict.unknown().forEach(text -> progress.accept("UNKNOWN " + text));
            verdict.lies().forEach(text -> progress.accept("CONTRADICTED " + text));
            progress.accept(tally.toString());
        }
        List<BenchResult> results = new ArrayList<>();
        results.add(BenchResult.atLeast("writes.count", tally.written(), "writes", WRITES));
        for (Deed deed : Deed.values()) {
            results.add(BenchResult.atLeast(
                    "writes." + deed.name().toLowerCase(Locale.ROOT), tally.writes(deed), "writes", WRITES / 20.0));
        }
        for (Fault.Kind kind : List.of(Fault.Kind.RESET, Fault.Kind.STALL, Fault.Kind.ERROR, Fault.Kind.CUT)) {
            results.add(BenchResult.atLeast(
                    "writes.faults." + kind.name().toLowerCase(Locale.ROOT),
                    tally.faults(kind),
                    "faults",
                    FAULTS_OF_A_KIND));
        }
        results.add(BenchResult.atMost("writes.duplicates", tally.duplicates(), "silences", 0));
        results.add(BenchResult.atMost("writes.unknown", tally.unknown(), "actions", 0));
        results.add(BenchResult.atMost("writes.contradicted", tally.lies(), "actions", 0));
        results.add(BenchResult.atMost("writes.time", (System.nanoTime() - start) / 1e9, "s", 1800));
        return results;
    }
}
