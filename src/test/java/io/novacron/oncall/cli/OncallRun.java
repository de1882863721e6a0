package io.novacron.oncall.cli;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.Console;
import io.novacron.oncall.desktop.cli.Oncall;
import io.novacron.oncall.desktop.cli.Program;
import io.novacron.oncall.desktop.secret.SecretPlaces;
import io.novacron.oncall.servers.Http;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One run of a command, with what it printed. */
public record OncallRun(int exit, String out, String err) {

    /** Runs in this process, with this environment for secrets. */
    public static OncallRun of(Path config, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = Clock.system();
        SecretPlaces secrets = new SecretPlaces(environment);
        Program program = new Program(
                config,
                "nobody",
                config.resolveSibling("state"),
                (settings, database) ->
                        new Composition(settings, Composition.Outside.of(settings, secrets, clock), database, clock),
                clock);
        try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int exit = Oncall.run(program, new Console(outStream, errStream), arguments);
            return new OncallRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    public static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one document on standard output. */
    public JsonNode json() {
        return Http.JSON.readTree(out);
    }
}
