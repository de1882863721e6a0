package io.novacron.oncall.bench;

import com.google.common.base.Throwables;
import com.sun.management.OperatingSystemMXBean;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.Console;
import io.novacron.oncall.desktop.cli.Oncall;
import io.novacron.oncall.desktop.cli.Program;
import io.novacron.oncall.desktop.secret.SecretPlaces;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import jdk.jfr.FlightRecorder;

/**
 * The program with its window, which measures itself: a command a line comes in, a name with values a line goes out. Arguments:
 * configuration file, folder of the state, how many alerts there will be.
 */
public final class MeasuredWindow {

    private static final Duration SETTLE = Duration.ofMillis(1_500);

    private final Clock clock = Clock.system();
    private final PrintStream out = System.out;
    private final CompletableFuture<Composition> composed = new CompletableFuture<>();

    /** Ends with its standard input. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        try {
            new MeasuredWindow().run(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        } catch (RuntimeException e) {
            System.err.println(Throwables.getStackTraceAsString(e));
        }
        Runtime.getRuntime().halt(0);
    }

    private void run(Path config, Path state, int count) throws IOException, InterruptedException, ExecutionException {
        FlightRecorder.getFlightRecorder(); // JavaFX tells of its pulses only where a recorder is there before it
        SecretPlaces secrets = new SecretPlaces(Map.of());
        Program program = new Program(
                config,
                "bench",
                state,
                (settings, database) -> {
                    Composition parts = new Composition(
                            settings, Composition.Outside.of(settings, secrets, clock), database, clock);
                    composed.complete(parts);
                    return parts;
                },
                clock);
        Thread.ofPlatform().daemon().start(() -> Oncall.run(program, Console.standard(), "run"));
        Scene scene = scene();
        say("open");
        try (FxProbe fx = new FxProbe(clock)) {
            Screen screen = FxProbe.onFx(() -> new Screen(scene, table(scene), clock));
            Instant painted = screen.awaitRows(count);
            Instant observed = composed.get().monitor().alertsObservedAt();
            say("painted", (double) painted.toEpochMilli(), millis(observed == null ? painted : observed, painted));
            serve(fx, screen, composed.get());
        }
    }

    /** The window's, once it is shown. */
    private Scene scene() throws InterruptedException {
        while (true) {
            try {
                List<Window> windows = FxProbe.onFx(() -> List.copyOf(Window.getWindows()));
                if (!windows.isEmpty() && windows.getFirst().isShowing()) {
                    return windows.getFirst().getScene();
                }
            } catch (IllegalStateException beforeTheToolkit) {
                clock.sleep(Duration.ofMillis(10));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> table(Scene scene) {
        return (TableView<Object>) scene.lookup(".oc-alerts");
    }

    private void serve(FxProbe fx, Screen screen, Composition parts) throws IOException, InterruptedException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        double quiet = 0;
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "quiet" -> {
                    quiet = perMilli(fx, Duration.ofSeconds(Long.parseLong(words[1])));
                    say("quiet", quiet * 100);
                }
                case "refresh" -> {
                    long cpu = fx.cpu();
                    long start = System.nanoTime();
                    double shown = refresh(screen, parts.monitor());
                    clock.sleep(SETTLE);
                    say("refresh", shown, (fx.cpu() - cpu) / 1e6 - quiet * (System.nanoTime() - start) / 1e6);
                }
                case "scroll" -> {
                    screen.scroll(Double.parseDouble(words[1]));
                    say("scroll");
                }
                case "type" -> say("type", screen.type(words.length == 1 ? "" : words[1]));
                case "fx" -> say("fx", fx.longestWait(), fx.busiestWait(), fx.longestPulse());
                case "idle" -> {
                    fx.close();
                    clock.sleep(Duration.ofSeconds(5));
                    say("idle", idle(Duration.ofSeconds(Long.parseLong(words[1]))));
                }
                case "heap" -> say("heap", fx.mostHeap());
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    /** Milliseconds from the end of the poll until what it changed is on the screen. */
    private static double refresh(Screen screen, Monitor monitor) throws InterruptedException {
        Instant before = monitor.alertsObservedAt();
        screen.expect();
        monitor.pollNow();
        Instant drawn = screen.awaitDrawn();
        Instant observed = monitor.alertsObservedAt();
        while (observed == null || observed.equals(before) || drawn.isBefore(observed)) {
            screen.expect(); // what was drawn came of something else
            drawn = screen.awaitDrawn();
            observed = monitor.alertsObservedAt();
        }
        return millis(observed, drawn);
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private void say(String name, double... values) {
        out.println(name
                + DoubleStream.of(values)
                        .mapToObj(value -> String.format(Locale.ROOT, " %.3f", value))
                        .collect(Collectors.joining()));
        out.flush();
    }

    /** Processor time in ms that the JavaFX thread takes per ms while nothing is asked of it. */
    private double perMilli(FxProbe fx, Duration time) throws InterruptedException {
        long cpu = fx.cpu();
        long start = System.nanoTime();
        clock.sleep(time);
        return (double) (fx.cpu() - cpu) / (System.nanoTime() - start);
    }

    /** Share of a core, in percent, that the whole process takes. */
    private double idle(Duration time) throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        clock.sleep(time);
        return 100.0 * (system.getProcessCpuTime() - cpu) / (System.nanoTime() - start);
    }

    /** What stands on the screen, and since when. */
    private static final class Screen {

        private static final Duration PATIENCE = Duration.ofSeconds(60);

        private final Clock clock;
        private final Scene scene;
        private final TableView<Object> table;
        private final Object lock = new Object();
        private Instant drawn = Instant.MIN;
        private boolean changed;
        private boolean laidOut;
        private volatile int rows;

        /** FX thread only. */
        Screen(Scene scene, TableView<Object> table, Clock clock) {
            this.clock = clock;
            this.scene = scene;
            this.table = table;
            rows = table.getItems().size();
            table.getItems().subscribe(() -> {
                synchronized (lock) {
                    changed = true;
                    rows = table.getItems().size();
                }
            });
            scene.addPostLayoutPulseListener(this::pulse);
            changed = rows > 0;
            Platform.requestNextPulse();
        }

        /** Rows that changed are drawn after the layout that follows; the pulse after that waits until they are. */
        private void pulse() {
            synchronized (lock) {
                if (laidOut) {
                    laidOut = false;
                    drawn = clock.now();
                    lock.notifyAll();
                } else if (changed) {
                    changed = false;
                    laidOut = true;
                    Platform.requestNextPulse();
                }
            }
        }

        void expect() {
            synchronized (lock) {
                drawn = Instant.MIN;
            }
        }

        Instant awaitRows(int count) throws InterruptedException {
            Instant last = awaitDrawn();
            while (rows < count) {
                expect();
                last = awaitDrawn();
            }
            return last;
        }

        double type(String text) throws InterruptedException {
            expect();
            Instant start = clock.now();
            FxProbe.onFx(() -> {
                ((TextField) scene.lookup("#alert-search")).setText(text);
                return true;
            });
            return millis(start, awaitDrawn());
        }

        /** Puts the row at this share of the list to the upper edge and selects the one below. */
        void scroll(double share) throws InterruptedException {
            FxProbe.onFx(() -> {
                int row = (int) (share * (table.getItems().size() - 2));
                table.scrollTo(row);
                table.getSelectionModel().clearAndSelect(row + 1);
                return true;
            });
        }

        Instant awaitDrawn() throws InterruptedException {
            Instant end = clock.now().plus(PATIENCE);
            synchronized (lock) {
                while (drawn.equals(Instant.MIN)) {
                    lock.wait(1_000);
                    if (clock.now().isAfter(end)) {
                        throw new IllegalStateException(
                                "nothing new on the screen after " + PATIENCE + ", " + rows + " rows");
                    }
                }
                return drawn;
            }
        }
    }
}
