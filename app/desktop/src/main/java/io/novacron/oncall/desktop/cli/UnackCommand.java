package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Unacknowledge;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.EndDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "unack", description = "Give alerts back: every acknowledgement of them ends.")
final class UnackCommand extends SourceCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FINGERPRINT",
            description = "Of an alert, or one that only an active acknowledgement still names.")
    List<String> fingerprints = new ArrayList<>();

    @Option(names = "--cluster", paramLabel = "NAME", description = "Where several clusters have the alert: which one.")
    @Nullable
    String cluster;

    @Option(names = "--confirm", paramLabel = "COUNT", description = "To end what others began: how many.")
    @Nullable
    Integer confirm;

    @Option(names = "--comment", paramLabel = "TEXT", description = "To end what others began: why.")
    String comment = "";

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        Clusters clusters = Clusters.read(parts);
        List<AlertKey> keys = new ArrayList<>();
        for (String fingerprint : fingerprints) {
            keys.add(clusters.acknowledged(fingerprint, cluster));
        }
        clusters.tell(console());
        Unacknowledge.Request request = new Unacknowledge.Request(keys, confirm, comment);
        List<Ladder> ladders =
                Written.tried(Progress.of(() -> new Unacknowledge(parts.actions()).run(request), parts, console()));
        answer(EndDocument.of(ladders), Written.readable(ladders));
        return Written.exit(ladders);
    }
}
