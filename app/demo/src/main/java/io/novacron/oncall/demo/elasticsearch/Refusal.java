package io.novacron.oncall.demo.elasticsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is not answered, in the words of the real product. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, Object> error;

    private Refusal(int status, String reason, Map<String, Object> error) {
        super(reason, null, false, false);
        this.status = status;
        this.error = error;
    }

    static Refusal of(int status, String type, String reason) {
        return new Refusal(status, reason, named(type, reason));
    }

    /** A clause or name of a body that is not answered here. */
    static Refusal parsing(String reason) {
        return of(400, "parsing_exception", reason);
    }

    static Refusal illegal(String reason) {
        return of(400, "illegal_argument_exception", reason);
    }

    static Refusal noSuchIndex(String name) {
        Map<String, Object> error = named("index_not_found_exception", "no such index [" + name + "]");
        error.put("index", name);
        error.put("resource.id", name);
        error.put("resource.type", "index_or_alias");
        error.put("index_uuid", "_na_");
        return new Refusal(404, "no such index [" + name + "]", error);
    }

    /** What one shard cannot do, with the cause in one sentence. */
    static Refusal ofShard(String type, String reason, String causeType, String cause) {
        Map<String, Object> error = named(type, reason);
        error.put("caused_by", named(causeType, cause));
        return new Refusal(400, reason, error);
    }

    /** No shard could do it. */
    static Refusal allShards(List<Map<String, Object>> failures) {
        Object first = failures.getFirst().get("reason");
        Map<String, Object> error = named("search_phase_execution_exception", "all shards failed");
        error.put("phase", "query");
        error.put("grouped", true);
        error.put("failed_shards", List.of(failures.getFirst()));
        error.put("root_cause", List.of(first == null ? Map.of() : first));
        return new Refusal(400, "all shards failed", error);
    }

    int status() {
        return status;
    }

    /** The error without its root causes. */
    Map<String, Object> error() {
        return error;
    }

    Map<String, Object> body() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("root_cause", List.of(error));
        whole.putAll(error);
        return Map.of("error", whole, "status", status);
    }

    private static Map<String, Object> named(String type, String reason) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", type);
        error.put("reason", reason);
        return error;
    }
}
