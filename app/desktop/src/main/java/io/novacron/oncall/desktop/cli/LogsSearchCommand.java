package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.log.LogCursor;
import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.core.log.LogTotal;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.LogSource;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.LogsDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "search", description = "Log entries, newest first.")
final class LogsSearchCommand extends SourceCommand {

    private static final int PAGE = 500;

    @Parameters(paramLabel = "QUERY", description = "A Lucene query string, * for everything.")
    String query = "";

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "lucene, the only one so far.")
    String language = "lucene";

    @Option(names = "--start", paramLabel = "TIME", description = "Default: an hour ago.")
    @Nullable
    String start;

    @Option(names = "--end", paramLabel = "TIME", description = "Default: now.")
    @Nullable
    String end;

    @Option(names = "--limit", paramLabel = "COUNT", defaultValue = "100", description = "Default: 100.")
    int limit;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Where there are several Elasticsearch sources: which one.")
    @Nullable
    String source;

    @Override
    int run(Composition parts) throws Stop {
        if (!language.equals("lucene")) {
            throw Stop.usage(
                    language.equals("kql")
                            ? "--lang kql is not there yet; write the query in Lucene's syntax, for instance"
                                    + " level:error AND service:billing"
                            : "--lang is lucene; there is no other language yet");
        }
        if (limit < 1) {
            throw Stop.usage("--limit is at least 1");
        }
        Window window = Window.of(start, end, parts.clock().now());
        LogSource chosen = Choice.of(SourceKind.ELASTICSEARCH, parts.sources().logs(), source);
        List<String> warnings = new ArrayList<>();
        List<LogEntry> entries = entries(chosen, window, warnings);
        LogsDocument.Total total = new LogsDocument.Total(entries.size(), LogTotal.Relation.GTE.word());
        List<LogsDocument.Bar> bars = List.of();
        boolean failed = false;
        switch (chosen.histogram(new LogQuery(query, window.start(), window.end(), limit, null))) {
            case Fetched.Answer<LogHistogram>(LogHistogram histogram, var contact) -> {
                total = LogsDocument.Total.of(histogram.total());
                bars = histogram.buckets().stream().map(LogsDocument.Bar::of).toList();
                warnings.addAll(histogram.warnings());
            }
            case Fetched.Failure<LogHistogram>(SourceError error) -> {
                failed = true;
                warnings.add("the count is missing: " + error.sentence());
            }
        }
        List<String> distinct = warnings.stream().distinct().toList();
        answer(
                new LogsDocument(
                        total, entries.stream().map(LogsDocument.Entry::of).toList(), bars, distinct, chosen.name()),
                readable(entries, total));
        distinct.forEach(console()::message);
        return failed ? Exit.SOURCE : Exit.DONE;
    }

    private List<LogEntry> entries(LogSource chosen, Window window, List<String> warnings) throws Stop {
        List<LogEntry> entries = new ArrayList<>();
        LogCursor after = null;
        do {
            int size = Math.min(PAGE, limit - entries.size());
            LogPage page = Choice.answer(chosen.search(new LogQuery(query, window.start(), window.end(), size, after)));
            entries.addAll(page.entries());
            warnings.addAll(page.warnings());
            after = page.next();
        } while (after != null && entries.size() < limit);
        return entries;
    }

    private static String readable(List<LogEntry> entries, LogsDocument.Total total) {
        String count = (total.relation().equals("gte") ? "at least " : "") + total.value() + " entries, "
                + entries.size() + " shown";
        if (entries.isEmpty()) {
            return count;
        }
        Table table = new Table("TIME", "SEVERITY", "SERVICE", "MESSAGE");
        entries.forEach(
                entry -> table.row(entry.time().toString(), entry.severity(), entry.service(), entry.message()));
        return count + "\n" + table.text();
    }
}
