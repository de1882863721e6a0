package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.WriteDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ack", description = "Acknowledge alerts: everybody sees who works on them, and they page no more.")
final class AckCommand extends SourceCommand {

    @Parameters(arity = "1..*", paramLabel = "FINGERPRINT", description = "As oncall alerts shows it.")
    List<String> fingerprints = new ArrayList<>();

    @Option(names = "--cluster", paramLabel = "NAME", description = "Where several clusters have the alert: which one.")
    @Nullable
    String cluster;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why; default: investigating.")
    String comment = "";

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "How long it holds, at most 8h; default: 1h. It holds without any console running.")
    @Nullable
    String hold;

    @Option(
            names = "--confirm",
            paramLabel = "COUNT",
            description = "To go on where it needs more than 20 silences: how many alerts.")
    @Nullable
    Integer confirm;

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        String text = hold;
        Duration length = text == null ? Acknowledge.DEFAULT_HOLD : Texts.duration("--for", text);
        Clusters clusters = Clusters.read(parts);
        List<AlertKey> keys = new ArrayList<>();
        for (String fingerprint : fingerprints) {
            keys.add(clusters.firing(fingerprint, cluster));
        }
        clusters.tell(console());
        Acknowledge.Request request = new Acknowledge.Request(keys, length, comment, false, confirm);
        List<Ladder> ladders =
                Written.tried(Progress.of(() -> new Acknowledge(parts.actions()).run(request), parts, console()));
        answer(WriteDocument.of(ladders), Written.readable(ladders));
        if (Written.exit(ladders) == Exit.DONE) {
            console()
                    .message("It ends by itself "
                            + end(keys, length, clusters.board(), parts.clock().now())
                            + "; the window of a console that acknowledges it too keeps it alive.");
        }
        return Written.exit(ladders);
    }

    /** Who joins never shortens what is there. */
    private static String end(List<AlertKey> keys, Duration length, AlertBoard board, Instant now) {
        Instant longest = keys.stream()
                .map(board::alert)
                .map(alert -> alert == null ? null : alert.ack())
                .filter(Objects::nonNull)
                .map(Ack::until)
                .filter(until -> until.isAfter(now.plus(length)))
                .max(Comparator.naturalOrder())
                .orElse(null);
        String after = "after " + PromDuration.format(length);
        if (longest == null) {
            return after;
        }
        String at = "at " + Clocks.shown(longest);
        return keys.size() == 1
                ? at + ", until when it had been acknowledged before"
                : after + ", or as late as " + at.substring(3) + " where it had been acknowledged for longer before";
    }
}
