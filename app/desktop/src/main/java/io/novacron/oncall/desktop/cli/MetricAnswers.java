package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.Composition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus says to one question: the source that is named, else every one, their answers side by side.
 *
 * @param bySource by the name of the source; at least one
 * @param failures one sentence for each source that did not answer
 */
record MetricAnswers(Map<String, QueryResult> bySource, List<String> failures) {

    /** A question that one of them calls bad, or that none answers, ends the command. */
    static MetricAnswers ask(
            Composition parts, @Nullable String name, Function<MetricSource, Fetched<QueryResult>> question)
            throws Stop, InterruptedException {
        List<MetricSource> all =
                Choice.some(SourceKind.PROMETHEUS, parts.sources().metrics());
        List<MetricSource> asked = name == null ? all : List.of(Choice.of(SourceKind.PROMETHEUS, all, name));
        List<Fetched<QueryResult>> fetched = parts.fanout()
                .all(asked.stream()
                        .map(source -> (Callable<Fetched<QueryResult>>) () -> question.apply(source))
                        .toList());
        Map<String, QueryResult> answers = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            switch (fetched.get(i)) {
                case Fetched.Answer<QueryResult> answer ->
                    answers.put(asked.get(i).name(), answer.value());
                case Fetched.Failure<QueryResult>(SourceError error) -> {
                    if (Choice.badQuestion(error)) {
                        throw Choice.stop(error);
                    }
                    failures.add(asked.get(i).name() + ": " + error.sentence());
                }
            }
        }
        if (answers.isEmpty()) {
            throw Stop.source(String.join("\n", failures));
        }
        return new MetricAnswers(answers, failures);
    }

    void tell(Console console) {
        bySource.values().stream()
                .flatMap(result -> Stream.concat(result.warnings().stream(), result.infos().stream()))
                .distinct()
                .forEach(note -> console.message(Visible.line(note)));
        failures.forEach(console::message);
    }

    int exit() {
        return failures.isEmpty() ? Exit.DONE : Exit.SOURCE;
    }

    String readable() {
        boolean several = bySource.size() > 1;
        Table table = several ? new Table("SOURCE", "SERIES", "VALUES") : new Table("SERIES", "VALUES");
        boolean none = true;
        for (Map.Entry<String, QueryResult> answer : bySource.entrySet()) {
            for (Series series : answer.getValue().series()) {
                none = false;
                String values = String.join(
                        " ", series.points().stream().map(point -> point.text()).toList());
                String name = name(series.labels());
                if (several) {
                    table.row(answer.getKey(), name, values);
                } else {
                    table.row(name, values);
                }
            }
        }
        return none ? "no series" : table.text();
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
