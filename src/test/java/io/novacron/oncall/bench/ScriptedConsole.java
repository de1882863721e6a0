package io.novacron.oncall.bench;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Unacknowledge;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.journal.Reconciling;
import io.novacron.oncall.desktop.secret.SecretPlaces;
import io.novacron.oncall.desktop.settings.LoadedSettings;
import io.novacron.oncall.desktop.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * A console without a window, as a process of its own: it acknowledges and gives back what others do too, without a pause,
 * until a file says that it is enough; then it goes on looking after what it did until it is ended.
 */
public final class ScriptedConsole {

    private static final int HANDS = 3;

    private final Composition parts;
    private final List<String> fingerprints;
    private final Path enough;
    private final PrintWriter deeds;

    private ScriptedConsole(Composition parts, List<String> fingerprints, Path enough, PrintWriter deeds) {
        this.parts = parts;
        this.fingerprints = fingerprints;
        this.enough = enough;
        this.deeds = deeds;
    }

    /** Arguments: configuration file, folder of the state, seed, fingerprints parted by commas. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path state = Path.of(arguments[1]);
        LoadedSettings loaded = SettingsFile.load(Path.of(arguments[0]), Optional.empty(), "nobody");
        if (!(loaded instanceof LoadedSettings.Loaded(Settings settings, var file))) {
            throw new IllegalArgumentException("no configuration: " + loaded);
        }
        Clock clock = Clock.system();
        Composition.Outside outside = Composition.Outside.of(settings, new SecretPlaces(Map.of()), clock);
        try (Composition parts = new Composition(settings, outside, Database.in(state, clock), clock);
                Reconciling reconciling = Reconciling.start(parts.actions(), parts.database());
                PrintWriter deeds = new PrintWriter(
                        Files.newBufferedWriter(
                                state.resolve("deeds"), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                        true)) {
            parts.monitor().start();
            new ScriptedConsole(parts, List.of(arguments[3].split(",", -1)), state.resolve("enough"), deeds)
                    .run(Long.parseLong(arguments[2]));
            System.err.println("done, still there with " + reconciling);
            clock.sleep(Duration.ofHours(1));
        }
    }

    private void run(long seed) throws InterruptedException {
        List<Callable<String>> hands = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            Random random = new Random(seed + hand);
            hands.add(() -> work(random));
        }
        parts.fanout().all(hands);
    }

    private String work(Random random) throws InterruptedException {
        while (!Files.exists(enough)) {
            String fingerprint = fingerprints.get(random.nextInt(fingerprints.size()));
            List<AlertKey> keys = List.of(new AlertKey("eu", fingerprint));
            boolean take = random.nextInt(5) < 3;
            Instant start = parts.clock().now();
            ActionResult result = take
                    ? new Acknowledge(parts.actions())
                            .run(new Acknowledge.Request(keys, Duration.ofHours(1), "on it"))
                    : new Unacknowledge(parts.actions()).run(new Unacknowledge.Request(keys, 1, "handed over"));
            if (result instanceof ActionResult.Tried(List<Ladder> ladders)) {
                for (Ladder ladder : ladders) {
                    deeds.println(String.join(
                            "\t",
                            start.toString(),
                            parts.clock().now().toString(),
                            take ? "ack" : "unack",
                            fingerprint,
                            String.valueOf(ladder.outcome()),
                            ladder.id(),
                            ladder.detail().replace('\t', ' ').replace('\n', ' ')));
                }
            }
        }
        return "";
    }
}
