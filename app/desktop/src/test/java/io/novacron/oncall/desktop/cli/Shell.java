package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.Json;
import io.novacron.oncall.desktop.journal.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs commands on sources of the test's own. */
final class Shell {

    /** How a command ended and what it printed. */
    record Ran(int exit, String out, String err) {

        JsonNode json() {
            return Json.read(out);
        }
    }

    private final Path folder;
    private final Path config;
    private final ManualClock clock = new ManualClock(FakeAlerts.NOW);
    private final BiFunction<Settings, Database, Composition> compose;

    /** With a configuration that names the clusters and a watchdog. */
    Shell(Path folder, FakeAlerts... clusters) {
        this(folder, null, clusters);
    }

    Shell(Path folder, @Nullable Throwable fault, FakeAlerts... clusters) {
        this(folder, fault, List.of(), clusters);
    }

    Shell(Path folder, @Nullable Throwable fault, List<TraceSource> traces, FakeAlerts... clusters) {
        this.folder = folder;
        config = folder.resolve("config.toml");
        StringBuilder text = new StringBuilder("[operator]\nname = \"ana\"\nrole = \"responder\"\n");
        text.append("[[watchdog]]\nmatch = 'alertname=\"Watchdog\"'\nwithin = \"5m\"\n");
        for (FakeAlerts cluster : clusters) {
            text.append("[[source]]\nname = \"").append(cluster.name());
            text.append("\"\nkind = \"alertmanager\"\nurls = [\"http://127.0.0.1:9\"]\n");
        }
        for (TraceSource source : traces) {
            text.append("[[source]]\nname = \"").append(source.name());
            text.append("\"\nkind = \"jaeger\"\nurls = [\"http://127.0.0.1:9\"]\n");
        }
        try {
            Files.writeString(config, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Monitor.Sources sources = new Monitor.Sources(List.of(clusters), List.of(), traces, List.of());
        compose = (settings, database) -> {
            switch (fault) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> {
                    // none of those that a composition may throw
                }
            }
            return new Composition(
                    settings, new Composition.Outside(sources, List.of(), null, List.of()), database, clock);
        };
    }

    Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Program program = new Program(config, "nobody", folder.resolve("state"), compose, clock);
        try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int exit = Oncall.run(program, new Console(outStream, errStream), arguments);
            return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
