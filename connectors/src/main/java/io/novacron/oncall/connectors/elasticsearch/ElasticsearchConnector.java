package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.connectors.http.ApiRequest;
import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.log.LogAnswer;
import io.novacron.oncall.core.log.LogCursor;
import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.core.log.LogTotal;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.LogSource;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Log search over Elasticsearch or OpenSearch. Any thread; blocking.
 *
 * <p><b>Paging without a point in time.</b> Each product has an endpoint of its own for it, some setups do not allow it, and
 * an open one must be kept alive and closed. Here the sort is time in nanoseconds, then {@code _seq_no}: both exist on
 * every version read, are the same on every copy of a shard and do not change under a merge, which {@code _doc} does.
 * Together they are not unique, two shards count alike, so the next page begins again with the last group of equal sort
 * values and leaves out, by {@code _index} and {@code _id}, what was given out. Entries that arrive while one pages appear
 * where they belong if that is further down, and not at all if it is further up.
 */
public final class ElasticsearchConnector implements LogSource {

    private static final String API = "Elasticsearch 7.17 or newer or OpenSearch 2 or newer";
    private static final int PAGE = 1000;

    private final SourceClient client;
    private final List<String> patterns;
    private final String path;
    private final String opaque = "oncall-" + UUID.randomUUID();
    private final AtomicLong requests = new AtomicLong();
    private volatile About about = About.UNKNOWN;
    private volatile boolean tieBreak = true;

    /** Without patterns: everything that is not hidden. The client stays the caller's to close. */
    public ElasticsearchConnector(SourceClient client, List<String> indices) {
        this.client = client;
        patterns = indices.isEmpty() ? List.of("*") : List.copyOf(indices);
        path = "/" + String.join(",", patterns);
    }

    @Override
    public String name() {
        return client.name();
    }

    @Override
    public SourceKind kind() {
        return SourceKind.ELASTICSEARCH;
    }

    /** Each pattern is resolved alone: a name that is not there must not hide the others. */
    @Override
    public Fetched<LogAnswer> poll() {
        Fetched<About> who = client.readAny(ask(ApiRequest.get("/")), Json.decoder(About.Reply.class, About::of));
        return switch (who) {
            case Fetched.Answer<About>(About found, Contact contact) -> {
                about = found;
                yield indices(contact);
            }
            case Fetched.Failure<About>(SourceError error) -> Fetched.failure(error);
        };
    }

    private Fetched<LogAnswer> indices(Contact contact) {
        Set<String> names = new TreeSet<>();
        for (String pattern : patterns) {
            ApiRequest resolve =
                    ask(ApiRequest.get("/_resolve/index/" + pattern)).notFoundIsAnswer();
            Fetched<List<String>> resolved =
                    client.readAny(resolve, Json.decoder(ResolveReply.class, ResolveReply::names));
            switch (resolved) {
                case Fetched.Answer<List<String>>(List<String> some, Contact _) -> names.addAll(some);
                case Fetched.Failure<List<String>>(SourceError error)
                when !isNoIndex(error) -> {
                    return Fetched.failure(error);
                }
                case Fetched.Failure<List<String>> _ -> {}
            }
        }
        return new Fetched.Answer<>(new LogAnswer(List.copyOf(names)), named(contact, List.of()));
    }

    @Override
    public Fetched<LogPage> search(LogQuery query) {
        SourceError refusal = refusal(query);
        if (refusal != null) {
            return Fetched.failure(refusal);
        }
        PageCursor cursor = PageCursor.of(query.after());
        List<LogEntry> entries = new ArrayList<>();
        Set<String> partial = new LinkedHashSet<>();
        Set<String> warnings = new LinkedHashSet<>();
        while (true) {
            int wanted = Math.min(PAGE, query.limit() - entries.size());
            Fetched<SearchReply> fetched = rows(query, wanted + cursor.seen().size() + 1, cursor);
            SearchReply reply;
            Contact contact;
            switch (fetched) {
                case Fetched.Answer<SearchReply>(SearchReply answer, Contact told) -> {
                    reply = answer;
                    contact = told;
                }
                case Fetched.Failure<SearchReply>(SourceError error) -> {
                    return Fetched.failure(error);
                }
            }
            List<SearchReply.Hit> fresh = cursor.fresh(reply.rows());
            boolean more = fresh.size() > wanted;
            List<SearchReply.Hit> given = more ? fresh.subList(0, wanted) : fresh;
            given.forEach(hit -> entries.add(EntryMapper.entry(hit)));
            cursor = cursor.past(given);
            partial.addAll(Incomplete.reasons(reply));
            partial.addAll(Incomplete.early(reply, more));
            warnings.addAll(partial);
            warnings.addAll(Incomplete.noIndex(reply, String.join(",", patterns)));
            if (!more || entries.size() >= query.limit()) {
                LogCursor next = more ? cursor.toCursor() : null;
                return new Fetched.Answer<>(
                        new LogPage(entries, next, List.copyOf(warnings)),
                        named(contact, Incomplete.conditions(List.copyOf(partial))));
            }
        }
    }

    @Override
    public Fetched<LogHistogram> histogram(LogQuery query) {
        SourceError refusal = refusal(query);
        if (refusal != null) {
            return Fetched.failure(refusal);
        }
        LevelField field;
        switch (levelField()) {
            case Fetched.Answer<LevelField>(LevelField found, Contact _) -> field = found;
            case Fetched.Failure<LevelField>(SourceError.Cancelled cancelled) -> {
                return Fetched.failure(cancelled);
            }
            case Fetched.Failure<LevelField>(SourceError error) -> field = LevelField.unusable(error.sentence());
        }
        Duration interval = Interval.of(query.start(), query.end());
        Fetched<SearchReply> fetched = post(Bodies.histogram(query, interval, field.name()));
        return switch (fetched) {
            case Fetched.Answer<SearchReply>(SearchReply reply, Contact contact) ->
                bars(reply, interval, field, contact);
            case Fetched.Failure<SearchReply>(SourceError error) -> Fetched.failure(error);
        };
    }

    private Fetched<LogHistogram> bars(SearchReply reply, Duration interval, LevelField field, Contact contact) {
        List<LogHistogram.Bucket> buckets = reply.bars().stream()
                .map(bar -> EntryMapper.bucket(bar, field.name()))
                .toList();
        LogTotal total =
                EntryMapper.total(reply.hits() == null ? null : reply.hits().total());
        long sum = buckets.stream().mapToLong(LogHistogram.Bucket::count).sum();
        boolean complete = total.relation() == LogTotal.Relation.EQ && total.value() == sum;
        List<String> partial = new ArrayList<>(Incomplete.reasons(reply));
        partial.addAll(Incomplete.early(reply, complete));
        List<String> warnings = new ArrayList<>(partial);
        warnings.addAll(Incomplete.noIndex(reply, String.join(",", patterns)));
        if (!field.warning().isEmpty()) {
            warnings.add(field.warning());
        }
        return new Fetched.Answer<>(
                new LogHistogram(total, interval, buckets, warnings), named(contact, Incomplete.conditions(partial)));
    }

    private Fetched<LevelField> levelField() {
        ApiRequest request = ask(ApiRequest.get(path + "/_field_caps"))
                .with("fields", LevelField.candidates())
                .with("ignore_unavailable", "true")
                .with("allow_no_indices", "true")
                .longRunning();
        return client.readAny(request, Json.decoder(LevelField.Reply.class, LevelField::of));
    }

    /** A backend that cannot sort by the tie-break is asked without it from then on; groups only get larger. */
    private Fetched<SearchReply> rows(LogQuery query, int size, PageCursor cursor) {
        boolean broken = tieBreak;
        Fetched<SearchReply> fetched = post(Bodies.rows(query, size, broken, cursor.after()));
        if (!broken || cursor.after() != null || !QueryProblem.blames(fetched, Bodies.TIE_BREAK)) {
            return fetched;
        }
        tieBreak = false;
        return post(Bodies.rows(query, size, false, null));
    }

    private Fetched<SearchReply> post(byte[] body) {
        ApiRequest request = ask(ApiRequest.postJson(path + "/_search", body))
                .with("ignore_unavailable", "true")
                .with("allow_no_indices", "true")
                .with("allow_partial_search_results", "true")
                .longRunning();
        return QueryProblem.named(client.readAny(request, Json.decoder(SearchReply.class, SearchReply::checked)));
    }

    /** The header names our task at the backend: whoever looks at its list of tasks sees whose it is. */
    private ApiRequest ask(ApiRequest request) {
        return request.expecting(API).header("X-Opaque-Id", opaque + "-" + requests.incrementAndGet());
    }

    private Contact named(Contact contact, List<Condition> more) {
        List<Condition> conditions = new ArrayList<>(contact.conditions());
        conditions.addAll(more);
        return contact.with(about.version(), about.flavour(), conditions);
    }

    private @Nullable SourceError refusal(LogQuery query) {
        if (!query.start().isBefore(query.end())) {
            return new SourceError.Rejected(
                    name(), 400, "the range is empty: " + query.start() + " is not before " + query.end());
        }
        return query.limit() > 0
                ? null
                : new SourceError.Rejected(name(), 400, "the limit must be at least 1, not " + query.limit());
    }

    private static boolean isNoIndex(SourceError error) {
        return error instanceof SourceError.Rejected(String _, int status, String text)
                && status == 404
                && text.contains("no such index");
    }
}
