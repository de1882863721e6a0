package io.novacron.oncall.bench;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Consent;
import io.novacron.oncall.core.action.CreateSilence;
import io.novacron.oncall.core.action.EditSilence;
import io.novacron.oncall.core.action.ExtendSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.SilenceEdit;
import io.novacron.oncall.core.action.Unacknowledge;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
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
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * A console without a window, as a process of its own: it acknowledges, gives back, edits and extends what others do too, without a pause,
 * until a file says that it is enough; then it goes on looking after what it did until it is ended.
 */
public final class ScriptedConsole {

    /** Ends what is told of a deed. */
    static final String OVER = "over";

    private static final int HANDS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int PLANNED = 6;

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
                PrintWriter deeds = new PrintWriter(
                        Files.newBufferedWriter(
                                state.resolve("deeds"), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                        true)) {
            parts.stay();
            Reconciling reconciling = Reconciling.start(parts.actions(), parts.database());
            try {
                new ScriptedConsole(parts, List.of(arguments[3].split(",", -1)), state.resolve("enough"), deeds)
                        .run(Long.parseLong(arguments[2]));
                clock.sleep(Duration.ofHours(1));
            } finally {
                reconciling.close();
            }
        }
    }

    private void run(long seed) throws InterruptedException {
        // the line that a kill may have cut off
        deeds.println();
        List<Callable<String>> hands = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            Random random = new Random(seed + hand);
            hands.add(() -> work(random));
        }
        parts.fanout().all(hands);
    }

    private String work(Random random) throws InterruptedException {
        while (!Files.exists(enough)) {
            Instant start = parts.clock().now();
            String fingerprint = fingerprints.get(random.nextInt(fingerprints.size()));
            List<AlertKey> keys = List.of(new AlertKey("eu", fingerprint));
            int dice = random.nextInt(20);
            String what = dice < 6 ? "ack" : dice < 11 ? "unack" : dice < 15 ? "edit" : "extend";
            String deed = UUID.randomUUID().toString();
            deeds.println(String.join("\t", deed, start.toString(), what, fingerprint));
            ActionResult result = switch (what) {
                case "ack" ->
                    new Acknowledge(parts.actions()).run(new Acknowledge.Request(keys, Duration.ofHours(1), "on it"));
                case "unack" ->
                    new Unacknowledge(parts.actions()).run(new Unacknowledge.Request(keys, 1, "handed over"));
                case "edit" -> edit(planned(random), random);
                default ->
                    new ExtendSilence(parts.actions())
                            .run(new ExtendSilence.Request(
                                    List.of(planned(random)),
                                    Duration.ofMinutes(60 + random.nextInt(60)),
                                    Consent.NONE));
            };
            if (result instanceof ActionResult.Tried(List<Ladder> ladders)) {
                for (Ladder ladder : ladders) {
                    deeds.println(String.join(
                            "\t",
                            deed,
                            "",
                            parts.clock().now().toString(),
                            String.valueOf(ladder.outcome()),
                            ladder.silenceId()));
                }
            }
            deeds.println(deed + "\t" + OVER);
            if (!(result instanceof ActionResult.Tried(List<Ladder> ladders))
                    || Ladder.worst(ladders) != Outcome.EFFECTIVE) {
                // what is refused is refused at once, and would be again
                parts.clock().sleep(PAUSE);
            }
        }
        return "";
    }

    /** Another comment, and now and then other matchers, which makes a new silence of it. */
    private ActionResult edit(String id, Random random) throws InterruptedException {
        List<Matcher> matchers = random.nextInt(3) > 0
                ? null
                : List.of(
                        Matcher.equal("alertname", "Planned"), Matcher.equal("slot", "s" + random.nextInt(1_000_000)));
        SilenceEdit edit = new SilenceEdit(matchers, null, null, "planned work " + random.nextInt(1_000_000));
        return new EditSilence(parts.actions()).run(new EditSilence.Request(id, null, edit, Consent.NONE));
    }

    /** A planned silence of whom it may be, as the last poll saw it; a new one where there are few. */
    private String planned(Random random) throws InterruptedException {
        List<String> ids = parts.monitor().alerts().silences().stream()
                .map(ClusterSilence::silence)
                .filter(silence -> silence.active() && AckRecord.read(silence) == null)
                .map(Silence::id)
                .toList();
        if (ids.size() >= PLANNED) {
            return ids.get(random.nextInt(ids.size()));
        }
        List<Matcher> matchers =
                List.of(Matcher.equal("alertname", "Planned"), Matcher.equal("slot", "n" + random.nextInt(1_000_000)));
        ActionResult made = new CreateSilence(parts.actions())
                .run(new CreateSilence.Request("eu", matchers, Duration.ofHours(1), "planned work", null));
        return made instanceof ActionResult.Tried(List<Ladder> ladders)
                ? ladders.getFirst().silenceId()
                : "";
    }
}
