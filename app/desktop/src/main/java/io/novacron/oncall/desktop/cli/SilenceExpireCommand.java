package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.action.ExpireSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.EndDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "expire", description = "End silences now.")
final class SilenceExpireCommand extends SourceCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "As oncall silence list shows it.")
    List<String> ids = new ArrayList<>();

    @Option(names = "--confirm", paramLabel = "COUNT", description = "To end what others began: how many.")
    @Nullable
    Integer confirm;

    @Option(names = "--comment", paramLabel = "TEXT", description = "To end what others began: why.")
    String comment = "";

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        Clusters clusters = Clusters.read(parts);
        for (String id : ids) {
            clusters.silence(id);
        }
        clusters.tell(console());
        ExpireSilence.Request request = new ExpireSilence.Request(ids, confirm, comment);
        List<Ladder> ladders =
                Written.tried(Progress.of(() -> new ExpireSilence(parts.actions()).run(request), parts, console()));
        answer(EndDocument.of(ladders), Written.readable(ladders));
        return Written.exit(ladders);
    }
}
