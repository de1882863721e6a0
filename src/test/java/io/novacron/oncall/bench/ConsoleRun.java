package io.novacron.oncall.bench;

import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link ScriptedConsole} in a process, with the folder that outlives it. */
final class ConsoleRun implements AutoCloseable {

    /**
     * One thing that it said it did.
     *
     * @param end where a kill cut it off, the kill
     * @param outcome empty where it never said one
     * @param silenceId empty where it never had one
     */
    record Deed(
            Instant start, Instant end, String what, String fingerprint, String outcome, String silenceId, String who) {

        boolean effective(String wanted) {
            return what.equals(wanted) && outcome.equals("EFFECTIVE");
        }
    }

    private final String operator;
    private final Path state;
    private final Path config;
    private final String fingerprints;
    private long seed;
    private @Nullable Process process;
    private final List<Instant> ends = new ArrayList<>();

    ConsoleRun(String operator, Path folder, List<String> urls, List<String> fingerprints, long seed) {
        this.operator = operator;
        this.fingerprints = String.join(",", fingerprints);
        this.seed = seed;
        state = folder.resolve(operator);
        config = folder.resolve(operator + ".toml");
        try {
            Files.createDirectories(state);
            Files.writeString(config, """
                    [operator]
                    name = "%s"
                    role = "lead"

                    [[source]]
                    name = "am"
                    kind = "alertmanager"
                    cluster = "eu"
                    every = "5s"
                    urls = ["%s"]
                    """.formatted(operator, String.join("\", \"", urls)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    String operator() {
        return operator;
    }

    Path state() {
        return state;
    }

    Path config() {
        return config;
    }

    private void start() {
        seed += 100;
        List<String> command = new ArrayList<>(ConsolesProof.java());
        command.addAll(List.of(
                ScriptedConsole.class.getName(),
                config.toString(),
                state.toString(),
                Long.toString(seed),
                fingerprints));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            state.resolve("console.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, asked or not, and starts the next one on the same folder at once. */
    void killAndStart(boolean ask) throws InterruptedException {
        end(ask);
        start();
    }

    private void end(boolean ask) throws InterruptedException {
        Process running = process;
        if (running == null) {
            return;
        }
        if (ask) {
            running.destroy();
        }
        if (!ask || !running.waitFor(10, TimeUnit.SECONDS)) {
            running.destroyForcibly();
            running.waitFor(10, TimeUnit.SECONDS);
        }
        ends.add(Clock.system().now());
    }

    /** It does nothing new from now on. */
    void enough() throws IOException {
        Files.writeString(state.resolve("enough"), "");
    }

    List<Deed> deeds() throws IOException {
        Map<String, String[]> begun = new LinkedHashMap<>();
        List<Deed> deeds = new ArrayList<>();
        for (String line : Files.readAllLines(state.resolve("deeds"))) {
            String[] parts = line.split("\t", -1);
            String[] first = begun.get(parts[0]);
            if (first == null) {
                if (parts.length == 4 && !parts[1].isEmpty()) { // not one that a kill cut off
                    begun.put(parts[0], parts);
                }
            } else if (parts.length == 5) {
                deeds.add(deed(first, Instant.parse(parts[2]), parts[3], parts[4]));
            } else if (parts.length == 2 && parts[1].equals(ScriptedConsole.OVER)) {
                begun.remove(parts[0]);
            }
        }
        for (String[] open : begun.values()) {
            Instant start = Instant.parse(open[1]);
            Instant end = ends.stream()
                    .filter(kill -> kill.isAfter(start))
                    .findFirst()
                    .orElse(Clock.system().now());
            deeds.add(deed(open, end, "", ""));
        }
        return deeds;
    }

    private Deed deed(String[] begun, Instant end, String outcome, String silenceId) {
        return new Deed(Instant.parse(begun[1]), end, begun[2], begun[3], outcome, silenceId, operator);
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
