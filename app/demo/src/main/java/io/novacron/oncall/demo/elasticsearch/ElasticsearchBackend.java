package io.novacron.oncall.demo.elasticsearch;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.QueryTimeout;

/**
 * One node of a log store behind its HTTP interface. What our connector asks is answered as OpenSearch 3.8 answers it; what
 * is not answered here is refused in its words, naming the thing.
 */
public final class ElasticsearchBackend implements Backend {

    /** It shares its processors with the console. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final LogIndex indices;
    private final Clock clock;
    private final Writes writes;
    private final Tasks tasks;
    private final Duration longest;

    public ElasticsearchBackend(LogIndex indices, Clock clock) {
        this(indices, clock, LONGEST);
    }

    /** @param longest no search works longer, even if it may by what it asks; it then says that it timed out */
    public ElasticsearchBackend(LogIndex indices, Clock clock, Duration longest) {
        this.indices = indices;
        this.clock = clock;
        this.longest = longest;
        this.writes = new Writes(indices);
        this.tasks = new Tasks(clock);
    }

    @Override
    public Reply answer(Request request) {
        try {
            List<String> path = List.of(request.path().substring(1).split("/", -1));
            return switch (path.getLast()) {
                case "" -> Reply.json(200, NodeInfo.info());
                case "_search" -> search(request, target(path));
                case "_count" -> count(request, target(path));
                case "_field_caps" -> fieldCaps(request, target(path));
                case "_bulk" -> bulk(request, target(path));
                case "_refresh" -> refresh();
                case "_tasks" -> Reply.json(200, tasks.told());
                default -> other(request, path);
            };
        } catch (Refusal e) {
            return Reply.json(e.status(), e.body());
        }
    }

    private Reply other(Request request, List<String> path) {
        if (request.path().startsWith("/_resolve/index/") && path.size() == 3) {
            return resolve(path.getLast());
        }
        if (request.path().equals("/_cluster/health")) {
            return Reply.json(
                    200, NodeInfo.health(indices.resolve("*", true, false).size()));
        }
        boolean writes = request.method().equals("POST") || request.method().equals("PUT");
        if (writes && path.size() >= 2 && path.size() <= 3 && path.get(1).equals("_doc")) {
            return document(path, request);
        }
        if (request.method().equals("PUT")
                && path.size() == 1
                && !path.getFirst().startsWith("_")) {
            return create(path.getFirst(), request);
        }
        return Reply.json(
                400,
                Map.of(
                        "error",
                        "no handler found for uri [" + request.rawPath() + "] and method [" + request.method() + "]"));
    }

    private static String target(List<String> path) {
        return path.size() > 1 ? path.getFirst() : "";
    }

    private Reply search(Request request, String target) {
        SearchBody body = SearchBody.of(Body.object(request.body()));
        long start = clock.nanos();
        Duration allowed = body.timeout() == null || body.timeout().compareTo(longest) > 0 ? longest : body.timeout();
        QueryTimeout timeout = () -> clock.nanos() - start > allowed.toNanos();
        List<StoredIndex> found = resolved(request, target);
        String opaqueId = request.headers().getOrDefault("x-opaque-id", "");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("took", 0);
        answer.putAll(tasks.during(
                "indices[" + target + "]",
                opaqueId,
                () -> new Search(body, new FieldQueries(clock.now(), timeout)).over(found)));
        answer.put("took", Duration.ofNanos(clock.nanos() - start).toMillis());
        return Reply.json(200, answer);
    }

    private Reply count(Request request, String target) {
        List<StoredIndex> found = resolved(request, target);
        long count = found.stream().mapToLong(StoredIndex::size).sum();
        if (!request.body().isBlank()) {
            throw Refusal.parsing("request does not support [body]: _count is answered here for all documents only");
        }
        return Reply.json(
                200,
                Map.of(
                        "count",
                        count,
                        "_shards",
                        Map.of("total", found.size(), "successful", found.size(), "skipped", 0, "failed", 0)));
    }

    private Reply fieldCaps(Request request, String target) {
        String fields = request.parameter("fields");
        if (fields == null) {
            throw Refusal.of(400, "action_request_validation_exception", "Validation Failed: 1: no fields specified;");
        }
        return Reply.json(200, FieldCaps.of(resolved(request, target), fields));
    }

    private List<StoredIndex> resolved(Request request, String target) {
        return indices.resolve(
                target,
                "true".equals(request.parameter("ignore_unavailable")),
                "false".equals(request.parameter("allow_no_indices")));
    }

    private Reply resolve(String patterns) {
        LogIndex.Names names = indices.names(patterns);
        List<Map<String, Object>> streams = new ArrayList<>();
        names.streams()
                .forEach((name, backing) ->
                        streams.add(Map.of("name", name, "backing_indices", backing, "timestamp_field", "@timestamp")));
        return Reply.json(
                200,
                Map.of(
                        "indices",
                        names.indices().stream()
                                .map(name -> Map.of("name", name, "attributes", List.of("open")))
                                .toList(),
                        "aliases",
                        List.of(),
                        "data_streams",
                        streams));
    }

    private Reply bulk(Request request, String target) {
        Map<String, Object> answer = writes.bulk(target.isEmpty() ? null : target, request.body());
        refreshIfAsked(request);
        return Reply.json(200, answer);
    }

    private Reply document(List<String> path, Request request) {
        String id = path.size() == 3 ? path.get(2) : null;
        Map<String, Object> item = writes.write(path.getFirst(), id, request.body(), false);
        refreshIfAsked(request);
        return Reply.json(item.get("status") instanceof Integer status ? status : 200, item);
    }

    private void refreshIfAsked(Request request) {
        String refresh = request.parameter("refresh");
        if (refresh != null && !refresh.equals("false")) {
            indices.refresh();
        }
    }

    private Reply refresh() {
        indices.refresh();
        return Reply.json(200, Map.of("_shards", Map.of("failed", 0)));
    }

    private Reply create(String name, Request request) {
        indices.create(name, Body.object(request.body()).path("mappings").path("properties"));
        return Reply.json(200, Map.of("acknowledged", true, "shards_acknowledged", true, "index", name));
    }
}
