package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceAnswer;
import io.novacron.oncall.core.trace.TraceIds;
import io.novacron.oncall.core.trace.TraceQuery;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.TracesDocument;
import io.novacron.oncall.desktop.cli.json.TracesDocument.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "search", description = "Traces that have a span with all of this, newest first.")
final class TracesSearchCommand extends SourceCommand {

    private static final String DEFAULT_LIMIT = "20";

    @Option(names = "--service", paramLabel = "NAME", description = "The span's service; default: any.")
    @Nullable
    String service;

    @Option(names = "--operation", paramLabel = "NAME", description = "The span's operation; default: any.")
    String operation = "";

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "A tag of the span; repeated: all of them.")
    Map<String, String> tags = new LinkedHashMap<>();

    @Option(names = "--min", paramLabel = "DURATION", description = "The span lasts at least this long.")
    @Nullable
    String min;

    @Option(names = "--max", paramLabel = "DURATION", description = "The span lasts at most this long.")
    @Nullable
    String max;

    @Option(names = "--start", paramLabel = "TIME", description = "Default: an hour ago.")
    @Nullable
    String start;

    @Option(names = "--end", paramLabel = "TIME", description = "Default: now.")
    @Nullable
    String end;

    @Option(names = "--limit", paramLabel = "COUNT", defaultValue = DEFAULT_LIMIT, description = "Default: 20.")
    int limit;

    /** Half of what one source lets wait and run at a time; the rest would be refused. */
    private static final int AT_ONCE = 6;

    private record Answer(List<Trace> traces, List<String> failures) {}

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        List<TraceSource> sources =
                Choice.some(SourceKind.JAEGER, parts.sources().traces());
        if (limit < 1) {
            throw Stop.usage("--limit is at least 1");
        }
        TraceQuery query = query(service == null ? "" : service, parts);
        Map<String, Found> found = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (TraceSource source : sources) {
            Answer answer = ask(source, query, parts);
            failures.addAll(answer.failures());
            for (Trace trace : answer.traces()) {
                found.putIfAbsent(
                        TraceIds.normal(trace.traceId()),
                        Found.of(trace.traceId(), TraceTree.of(trace), source.name()));
            }
        }
        List<Found> newest = found.values().stream()
                .sorted(Comparator.comparing(Found::start).reversed())
                .limit(limit)
                .toList();
        answer(new TracesDocument(newest, failures), readable(newest, failures));
        failures.forEach(console()::message);
        return failures.isEmpty() ? Exit.DONE : Exit.SOURCE;
    }

    private TraceQuery query(String ofService, Composition parts) throws Stop {
        Window window = Window.of(start, end, parts.clock().now());
        return new TraceQuery(
                ofService,
                operation,
                tags,
                duration("--min", min),
                duration("--max", max),
                window.start(),
                window.end(),
                limit);
    }

    private static @Nullable Duration duration(String option, @Nullable String text) throws Stop {
        return text == null ? null : Texts.duration(option, text);
    }

    /** Jaeger searches within one service, so without one every service is asked. */
    private static Answer ask(TraceSource source, TraceQuery query, Composition parts)
            throws Stop, InterruptedException {
        List<String> services = List.of(query.service());
        if (query.service().isEmpty()) {
            switch (source.poll()) {
                case Fetched.Answer<TraceAnswer> answer ->
                    services = answer.value().services();
                case Fetched.Failure<TraceAnswer>(SourceError error) -> {
                    return new Answer(List.of(), List.of(error.sentence()));
                }
            }
        }
        List<Trace> traces = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        List<Callable<Fetched<List<Trace>>>> searches = new ArrayList<>();
        for (String one : services) {
            searches.add(() -> source.search(of(query, one)));
        }
        List<Fetched<List<Trace>>> answers = new ArrayList<>();
        for (int from = 0; from < searches.size(); from += AT_ONCE) {
            answers.addAll(parts.fanout().all(searches.subList(from, Math.min(from + AT_ONCE, searches.size()))));
        }
        for (Fetched<List<Trace>> fetched : answers) {
            switch (fetched) {
                case Fetched.Answer<List<Trace>> answer -> traces.addAll(answer.value());
                case Fetched.Failure<List<Trace>>(SourceError error) -> {
                    Stop stop = Choice.stop(error);
                    if (stop.exit() == Exit.USAGE) {
                        throw stop;
                    }
                    failures.add(error.sentence());
                }
            }
        }
        return new Answer(traces, failures.stream().distinct().toList());
    }

    private static TraceQuery of(TraceQuery query, String service) {
        return new TraceQuery(
                service,
                query.operation(),
                query.tags(),
                query.min(),
                query.max(),
                query.start(),
                query.end(),
                query.limit());
    }

    private static String readable(List<Found> found, List<String> failures) {
        if (found.isEmpty()) {
            return failures.isEmpty() ? "no trace in this time" : "no answer";
        }
        Table table = new Table("TRACE", "START", "DURATION", "SPANS", "ERRORS", "ROOT");
        for (Found one : found) {
            table.row(
                    one.traceId(),
                    Clocks.shown(one.start()),
                    one.durationUs() / 1000.0 + " ms",
                    String.valueOf(one.spans()),
                    String.valueOf(one.errors()),
                    one.rootService() + " " + one.rootOperation());
        }
        return table.text();
    }
}
