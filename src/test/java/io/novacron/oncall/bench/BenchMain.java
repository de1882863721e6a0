package io.novacron.oncall.bench;

import ch.qos.logback.classic.LoggerContext;
import io.novacron.oncall.servers.Http;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.slf4j.LoggerFactory;

/** {@code ./oncall bench [NAME…] [--json]}: runs the named benchmarks, all where none is named. */
public final class BenchMain {

    private static final List<Benchmark> ALL =
            List.of(new WritesBenchmark(), new ConsolesBenchmark(), new AlertsBenchmark());
    private static final int ROUNDS = 5;
    private static final int NUMBERS = 2_000_000;

    private BenchMain() {}

    /** Exit 0: all within budget; 1: some are not; 2: wrong usage. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        // without a configuration logback writes everything to standard output, which is the answer's alone
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean json = words.remove("--json");
        List<String> names = ALL.stream().map(Benchmark::name).toList();
        for (String word : words) {
            if (!names.contains(word)) {
                System.err.println(
                        "oncall: there is no benchmark \"" + word + "\"; there is " + String.join(", ", names));
                System.exit(2);
            }
        }
        double calibration = calibrate();
        List<BenchResult> results = new ArrayList<>();
        for (Benchmark benchmark : ALL) {
            if (words.isEmpty() || words.contains(benchmark.name())) {
                results.addAll(benchmark.run(line -> System.err.println(benchmark.name() + ": " + line)));
            }
        }
        if (json) {
            out.println(Http.JSON.writeValueAsString(document(calibration, results)));
        } else {
            results.forEach(result -> out.printf(
                    "%-34s %12.1f %-8s budget %10.1f  %s%n",
                    result.name(), result.value(), result.unit(), result.budget(), result.ok() ? "ok" : "NOT OK"));
        }
        out.flush();
        System.exit(results.stream().allMatch(BenchResult::ok) ? 0 : 1);
    }

    private static Map<String, Object> document(double calibration, List<BenchResult> results) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("architecture", System.getProperty("os.arch"));
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("heapMiB", Runtime.getRuntime().maxMemory() / (1024 * 1024));
        machine.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        machine.put("java", System.getProperty("java.version"));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (BenchResult result : results) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", result.name());
            row.put("value", result.value());
            row.put("unit", result.unit());
            row.put("relative", result.value() / calibration);
            row.put("budget", result.budget());
            row.put("ok", result.ok());
            row.put("load", result.load());
            rows.add(row);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine);
        document.put("calibrationMs", calibration);
        document.put("results", rows);
        return document;
    }

    /** Milliseconds that this machine takes now to fill and sort two million numbers: the best of five. */
    private static double calibrate() {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(1);
            long start = System.nanoTime();
            long[] numbers = random.longs(NUMBERS).toArray();
            Arrays.sort(numbers);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }
}
