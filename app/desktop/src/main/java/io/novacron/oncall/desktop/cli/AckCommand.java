package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.WriteDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        Acknowledge.Request request = new Acknowledge.Request(keys, length, comment);
        List<Ladder> ladders =
                Written.tried(Progress.of(() -> new Acknowledge(parts.actions()).run(request), parts, console()));
        answer(WriteDocument.of(ladders), Written.readable(ladders));
        if (Written.exit(ladders) == Exit.DONE) {
            console()
                    .message("It ends by itself after " + PromDuration.format(length)
                            + "; the window of a console that acknowledges it too keeps it alive.");
        }
        return Written.exit(ladders);
    }
}
