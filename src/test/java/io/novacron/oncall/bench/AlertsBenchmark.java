package io.novacron.oncall.bench;

import io.novacron.oncall.connectors.alertmanager.AlertmanagerConnector;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What many alerts cost: reading them off the JavaFX thread, and the program's window that shows them. */
final class AlertsBenchmark implements Benchmark {

    private static final int ROUNDS = 30;
    /** Alerts that are posted at once to a real server. */
    private static final int BATCH = 3_000;

    private static final String GROUPED = """
            route:
              receiver: nobody
              group_by: [alertname]
            receivers:
              - name: nobody
            """;

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public List<BenchResult> run(Consumer<String> progress) throws Exception {
        List<BenchResult> results = new ArrayList<>();
        results.add(BenchResult.atMost("alerts.read.10000x2", read(10_000, progress), "ms", 150));
        window("alerts.10000", results, progress, measures -> canned(10_000, measures, progress));
        window("alerts.50000", results, progress, measures -> canned(50_000, measures, progress));
        window("alerts.real.30000", results, progress, measures -> real(30_000, measures, progress));
        return results;
    }

    /** What a window is put through. */
    private interface Trial {
        void run(WindowMeasures measures) throws IOException, InterruptedException;
    }

    /** A window that ends, or shows nothing new any more, is a limit that was not kept; what it showed before stays. */
    private static void window(String name, List<BenchResult> results, Consumer<String> progress, Trial trial)
            throws InterruptedException {
        WindowMeasures measures = new WindowMeasures(name, progress);
        try {
            trial.run(measures);
        } catch (IOException e) {
            progress.accept(String.valueOf(e.getMessage()));
            measures.add("ended-early", 1, "times", 0);
        }
        results.addAll(measures.results());
    }

    /** Milliseconds from the request to the merged board, transport over loopback included: the median of warm rounds. */
    private static double read(int count, Consumer<String> progress) {
        byte[] body = AlertCrowd.groups(count, 0);
        byte[] next = AlertCrowd.groups(count, 1);
        progress.accept("reading " + count + " alerts (" + body.length / 1_000 + " kB) from two members");
        try (CannedMember one = new CannedMember("a", body);
                CannedMember two = new CannedMember("b", body);
                AlertmanagerConnector source = connector(List.of(one.url(), two.url()))) {
            one.open();
            two.open();
            double[] took = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                one.hold(round % 2 == 0 ? body : next);
                two.hold(round % 2 == 0 ? body : next);
                long start = System.nanoTime();
                if (!(source.poll() instanceof Fetched.Answer<ClusterAnswer>(ClusterAnswer answer, Contact contact))) {
                    throw new IllegalStateException("a canned member did not answer");
                }
                AlertBoard board = AlertBoard.of(List.of(answer), SeverityMap.DEFAULT);
                took[round] = (System.nanoTime() - start) / 1e6;
                if (board.alerts().size() != count) {
                    throw new IllegalStateException(board.alerts().size() + " alerts of " + count);
                }
            }
            return median(Arrays.copyOfRange(took, ROUNDS / 2, ROUNDS));
        }
    }

    private static AlertmanagerConnector connector(List<URI> urls) {
        SourceSettings settings = new SourceSettings(
                "am",
                SourceKind.ALERTMANAGER,
                "",
                "eu",
                urls,
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                true);
        return AlertmanagerConnector.open(
                settings,
                reference -> {
                    throw new IllegalStateException("no secrets here");
                },
                Clock.system());
    }

    private static void canned(int count, WindowMeasures measures, Consumer<String> progress)
            throws IOException, InterruptedException {
        progress.accept("a window with " + count + " alerts of two members");
        byte[] body = AlertCrowd.groups(count, 0);
        byte[] next = AlertCrowd.groups(count, 1);
        Path folder = Files.createTempDirectory("oncall-bench-alerts-");
        try (CannedMember one = new CannedMember("a", body);
                CannedMember two = new CannedMember("b", body);
                WindowProcess window = new WindowProcess(folder, List.of(one.url(), two.url()), count)) {
            window.await("open");
            one.open();
            two.open();
            Instant painted = Instant.ofEpochMilli((long) window.await("painted")[0]);
            Instant there = one.served().isAfter(two.served()) ? one.served() : two.served();
            measures.add(
                    "first-paint", (double) Duration.between(there, painted).toMillis(), "ms", 2_000);
            boolean[] other = new boolean[1];
            measures.run(window, () -> {
                other[0] = !other[0];
                one.hold(other[0] ? next : body);
                two.hold(other[0] ? next : body);
            });
        } finally {
            delete(folder);
        }
    }

    /** A real Alertmanager in place of canned answers; what changes is posted to it. */
    private static void real(int count, WindowMeasures measures, Consumer<String> progress)
            throws IOException, InterruptedException {
        progress.accept("a window with " + count + " alerts of a real Alertmanager");
        Path folder = Files.createTempDirectory("oncall-bench-alerts-");
        try (AlertmanagerServer server = AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, GROUPED)) {
            Instant later = Instant.now().plus(Duration.ofHours(2));
            for (int first = 0; first < count; first += BATCH) {
                server.postAlerts(AlertCrowd.postable(IntStream.range(first, first + BATCH), later));
            }
            try (WindowProcess window = new WindowProcess(folder, List.of(server.url()), count)) {
                window.await("open");
                measures.add("first-paint-after-poll", window.await("painted")[1], "ms", 2_000);
                int[] round = new int[1];
                measures.run(window, () -> {
                    IntStream gone = IntStream.range(round[0] * BATCH / 10, (round[0] + 1) * BATCH / 10);
                    round[0]++;
                    server.postAlerts(AlertCrowd.postable(gone, Instant.now()));
                    server.postAlerts(AlertCrowd.postable(
                            IntStream.range(count + round[0] * BATCH / 10, count + (round[0] + 1) * BATCH / 10),
                            later));
                });
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
