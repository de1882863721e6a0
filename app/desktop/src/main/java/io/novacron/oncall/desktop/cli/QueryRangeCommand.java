package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.QueryDocument;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "query-range", description = "A PromQL expression over a stretch of time.")
final class QueryRangeCommand extends SourceCommand {

    /** What the server allows; above it refuses (metrics guide 1.3). */
    private static final long MOST_STEPS = 11_000;

    /** As many points as a wide screen shows. */
    private static final long USUAL_STEPS = 240;

    @Parameters(paramLabel = "EXPR", description = "For instance 'sum by (job) (rate(requests_total[5m]))'.")
    String expression = "";

    @Option(names = "--start", paramLabel = "TIME", description = "Default: an hour ago.")
    @Nullable
    String start;

    @Option(names = "--end", paramLabel = "TIME", description = "Default: now.")
    @Nullable
    String end;

    @Option(
            names = "--step",
            paramLabel = "DURATION",
            description = "From one point to the next; default: a 240th of the stretch, at least 1s.")
    @Nullable
    String step;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Which Prometheus; default: all of them, their answers side by side.")
    @Nullable
    String source;

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        Window window = Window.of(start, end, parts.clock().now());
        Duration between = step(window);
        MetricAnswers answers = MetricAnswers.ask(
                parts, source, metrics -> metrics.range(expression, window.start(), window.end(), between));
        answer(QueryDocument.of(answers.bySource()), answers.readable());
        answers.tell(console());
        return answers.exit();
    }

    private Duration step(Window window) throws Stop {
        long length = Duration.between(window.start(), window.end()).toMillis();
        String text = step;
        if (text == null) {
            return Duration.ofSeconds(Math.max(1, -Math.floorDiv(-length, 1_000 * USUAL_STEPS)));
        }
        Duration between = Texts.duration("--step", text);
        if (between.isZero()) {
            throw Stop.usage("--step is longer than nothing; write it as in 15s");
        }
        if (length / between.toMillis() > MOST_STEPS) {
            long least = -Math.floorDiv(-length, 1_000 * MOST_STEPS);
            throw Stop.usage("--step " + text + " makes more than 11000 points; write at least " + least + "s");
        }
        return between;
    }
}
