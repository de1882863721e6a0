package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.TraceDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "trace", description = "One trace.")
final class TraceCommand extends SourceCommand {

    @Parameters(paramLabel = "ID", description = "The trace's id, with or without leading zeros.")
    String id = "";

    @Option(names = "--tree", description = "Every span in its place.")
    boolean tree;

    @Option(names = "--critical-path", hidden = true, description = "Not there yet.")
    boolean criticalPath;

    @Option(names = "--stats", hidden = true, paramLabel = "KEY", description = "Not there yet.")
    @Nullable
    String stats;

    @Override
    int run(Composition parts) throws Stop {
        if (criticalPath || stats != null) {
            throw Stop.usage((criticalPath ? "--critical-path" : "--stats") + " is not there yet; use --tree");
        }
        List<TraceSource> sources =
                Choice.some(SourceKind.JAEGER, parts.sources().traces());
        List<String> failures = new ArrayList<>();
        for (TraceSource source : sources) {
            switch (source.trace(id)) {
                case Fetched.Answer<Trace> answer -> {
                    TraceTree all = TraceTree.of(answer.value());
                    answer(TraceDocument.of(answer.value().traceId(), all, tree, source.name()), readable(all));
                    return Exit.DONE;
                }
                case Fetched.Failure<Trace>(SourceError error) -> {
                    if (Choice.badQuestion(error)) {
                        throw Choice.stop(error);
                    }
                    if (!Choice.missing(error)) {
                        failures.add(error.sentence());
                    }
                }
            }
        }
        throw failures.isEmpty()
                ? new Stop(
                        Exit.NO,
                        "there is no trace " + Visible.line(id, 80)
                                + "; oncall traces search lists some, and old ones are dropped by the store")
                : Stop.source(String.join("\n", failures));
    }

    private String readable(TraceTree all) {
        StringBuilder text = new StringBuilder();
        text.append(all.rows().size()).append(" spans of ");
        text.append(Visible.line(String.join(", ", all.services()))).append(" in ");
        text.append((all.end() - all.start()) / 1e6).append(" ms, depth ").append(all.depth());
        text.append(", errors ")
                .append(all.errors())
                .append(", without their parent ")
                .append(all.orphans());
        all.warnings().forEach(warning -> text.append('\n').append(Visible.line(warning)));
        if (tree) {
            Table table = new Table("START", "DURATION", "ERROR", "SPAN");
            for (TraceTree.Row row : all.rows()) {
                table.row(
                        (row.start() - all.start()) / 1e6 + " ms",
                        row.duration() / 1e6 + " ms",
                        row.error() ? "error" : "",
                        "  ".repeat(Math.min(row.depth(), 20)) + row.span().service() + " "
                                + row.span().operation());
            }
            text.append('\n').append(table.text());
        }
        return text.toString();
    }
}
