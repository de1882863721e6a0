package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.action.Consent;
import io.novacron.oncall.core.action.ExtendSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.ChangeDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "extend",
        description = "Make silences end so long from now, by the server's clock. One that has ended is left alone.")
final class SilenceExtendCommand extends SourceCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "As oncall silence list shows it.")
    List<String> ids = new ArrayList<>();

    @Option(
            names = "--for",
            required = true,
            paramLabel = "DURATION",
            description = "How long from now, for instance 2h.")
    String length = "";

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why, where a reason is asked for.")
    String comment = "";

    @Option(
            names = "--confirm",
            paramLabel = "COUNT",
            description = "How many alerts they hit together, where that is asked for.")
    @Nullable
    Integer confirm;

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        Duration lasting = Texts.duration("--for", length);
        Clusters clusters = Clusters.read(parts);
        for (String id : ids) {
            clusters.silence(id);
        }
        clusters.tell(console());
        ExtendSilence.Request request = new ExtendSilence.Request(ids, lasting, new Consent(confirm, comment));
        List<Ladder> ladders =
                Written.tried(Progress.of(() -> new ExtendSilence(parts.actions()).run(request), parts, console()));
        answer(ChangeDocument.of(ladders), Written.readable(ladders));
        return Written.exit(ladders);
    }
}
