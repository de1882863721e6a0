package io.novacron.oncall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link ScriptedConsole} in a process, with the folder that outlives it. */
final class ConsoleRun implements AutoCloseable {

    /** One line of what it said it did. */
    record Deed(Instant start, Instant end, String what, String fingerprint, String outcome, String who) {

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
            if (running.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        }
        running.destroyForcibly();
        running.waitFor(10, TimeUnit.SECONDS);
    }

    /** It does nothing new from now on. */
    void enough() throws IOException {
        Files.writeString(state.resolve("enough"), "");
    }

    List<Deed> deeds() throws IOException {
        List<Deed> deeds = new ArrayList<>();
        for (String line : Files.readAllLines(state.resolve("deeds"))) {
            String[] parts = line.split("\t", -1);
            if (parts.length >= 6) { // not one that a kill cut off
                deeds.add(new Deed(
                        Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2], parts[3], parts[4], operator));
            }
        }
        return deeds;
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
