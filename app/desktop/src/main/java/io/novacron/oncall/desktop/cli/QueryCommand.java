package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.QueryDocument;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "query", description = "A PromQL expression at one moment.")
final class QueryCommand extends SourceCommand {

    @Parameters(paramLabel = "EXPR", description = "For instance 'sum by (job) (up)'.")
    String expression = "";

    @Option(names = "--time", paramLabel = "TIME", description = "When; default: the server's now.")
    @Nullable
    String time;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Where there are several Prometheus sources: which one.")
    @Nullable
    String source;

    @Override
    int run(Composition parts) throws Stop {
        String text = time;
        Instant at = text == null ? null : Texts.time("--time", text);
        MetricSource chosen = Choice.of(SourceKind.PROMETHEUS, parts.sources().metrics(), source);
        QueryResult result = Choice.answer(chosen.query(expression, at));
        answer(QueryDocument.of(result, chosen.name()), readable(result));
        Stream.concat(result.warnings().stream(), result.infos().stream())
                .forEach(note -> console().message(Visible.line(note)));
        return Exit.DONE;
    }

    static String readable(QueryResult result) {
        if (result.series().isEmpty()) {
            return "no series";
        }
        Table table = new Table("SERIES", "VALUES");
        for (Series series : result.series()) {
            List<String> values =
                    series.points().stream().map(point -> point.text()).toList();
            table.row(name(series.labels()), String.join(" ", values));
        }
        return table.text();
    }

    /** As Prometheus writes a series. */
    private static String name(Labels labels) {
        List<Matcher> others = labels.byName().entrySet().stream()
                .filter(label -> !label.getKey().equals("__name__"))
                .map(label -> Matcher.equal(label.getKey(), label.getValue()))
                .toList();
        return labels.get("__name__") + Matcher.toText(others);
    }
}
