package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.action.Consent;
import io.novacron.oncall.core.action.EditSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.SilenceConflict;
import io.novacron.oncall.core.action.SilenceEdit;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.ChangeDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "edit",
        description = "Change a silence; what is not named stays. Other matchers give it a new id."
                + " What somebody else changed meanwhile is never overwritten.")
final class SilenceEditCommand extends SourceCommand {

    @Parameters(paramLabel = "ID", description = "As oncall silence list shows it.")
    String id = "";

    @Option(
            names = "--matcher",
            paramLabel = "MATCHER",
            description = "In place of all matchers it has; repeated: all must hold.")
    List<String> matchers = new ArrayList<>();

    @Option(names = "--for", paramLabel = "DURATION", description = "It ends so long from now, for instance 2h.")
    @Nullable
    String length;

    @Option(names = "--until", paramLabel = "TIME", description = "Instead of --for: when it ends.")
    @Nullable
    String until;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why.")
    @Nullable
    String comment;

    @Option(
            names = "--confirm",
            paramLabel = "COUNT",
            description = "How many alerts it hits then, where that is asked for.")
    @Nullable
    Integer confirm;

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        if (length != null && until != null) {
            throw Stop.usage("say when the silence ends with one of --for DURATION and --until TIME");
        }
        if (matchers.isEmpty() && length == null && until == null && comment == null) {
            throw Stop.usage("nothing to change; name --matcher, --for, --until or --comment");
        }
        SilenceEdit edit = new SilenceEdit(
                matchers.isEmpty() ? null : Texts.matchers("--matcher", matchers),
                length == null ? null : Texts.duration("--for", length),
                until == null ? null : Texts.time("--until", until),
                comment);
        Clusters clusters = Clusters.read(parts);
        var base = clusters.silence(id);
        clusters.tell(console());
        Consent consent = new Consent(confirm, comment == null ? "" : comment);
        EditSilence.Request request = new EditSilence.Request(id, base, edit, consent);
        List<Ladder> ladders =
                Written.tried(Progress.of(() -> new EditSilence(parts.actions()).run(request), parts, console()));
        answer(ChangeDocument.of(ladders), readable(ladders.getFirst()));
        return Written.exit(ladders);
    }

    private static String readable(Ladder ladder) {
        String line = Written.readable(List.of(ladder));
        SilenceConflict conflict = ladder.conflict();
        if (conflict == null) {
            return line;
        }
        Table table = new Table("", "AS YOU SAW IT", "YOURS", "THEIRS");
        for (SilenceConflict.Difference one : conflict.differences()) {
            table.row(one.part(), Visible.line(one.base()), Visible.line(one.mine()), Visible.line(one.theirs()));
        }
        return line + "\n" + table.text();
    }
}
