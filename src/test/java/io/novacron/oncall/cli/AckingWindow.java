package io.novacron.oncall.cli;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.Console;
import io.novacron.oncall.desktop.cli.Oncall;
import io.novacron.oncall.desktop.cli.Program;
import io.novacron.oncall.desktop.secret.SecretPlaces;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program's window as a process, in which somebody has acknowledged an alert for a shift. */
final class AckingWindow {

    private AckingWindow() {}

    /** Arguments: configuration file, fingerprint. */
    public static void main(String[] arguments) {
        Path config = Path.of(arguments[0]);
        Clock clock = Clock.system();
        Program program = new Program(
                config,
                "nobody",
                config.resolveSibling("state"),
                (settings, database) -> {
                    Composition parts = new Composition(
                            settings,
                            Composition.Outside.of(settings, new SecretPlaces(Map.of()), clock),
                            database,
                            clock);
                    parts.work().start("acknowledge", () -> acknowledge(parts, arguments[1]));
                    return parts;
                },
                clock);
        System.exit(Oncall.run(program, Console.standard(), "run"));
    }

    private static void acknowledge(Composition parts, String fingerprint) {
        try {
            new Acknowledge(parts.actions())
                    .run(new Acknowledge.Request(
                            List.of(new AlertKey("eu", fingerprint)), Acknowledge.LONGEST_HOLD, "on it", true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
