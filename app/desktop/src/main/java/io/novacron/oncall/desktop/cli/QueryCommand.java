package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.QueryDocument;
import java.time.Instant;
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
            description = "Which Prometheus; default: all of them, their answers side by side.")
    @Nullable
    String source;

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        String text = time;
        Instant at = text == null ? null : Texts.time("--time", text);
        MetricAnswers answers = MetricAnswers.ask(parts, source, metrics -> metrics.query(expression, at));
        answer(QueryDocument.of(answers.bySource()), answers.readable());
        answers.tell(console());
        return answers.exit();
    }
}
