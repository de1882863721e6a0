package io.novacron.oncall.demo.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents that come over HTTP: {@code _bulk} and {@code _doc}. */
final class Writes {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};
    private static final Set<String> ACTIONS = Set.of("index", "create");

    private final LogIndex indices;

    Writes(LogIndex indices) {
        this.indices = indices;
    }

    /**
     * Pairs of lines: an action, then its document. One that is refused does not hinder the others.
     *
     * @param index where the action names none; null for none at all
     */
    Map<String, Object> bulk(@Nullable String index, String body) {
        List<Map<String, Object>> items = new ArrayList<>();
        boolean errors = false;
        List<String> lines = body.lines().filter(line -> !line.isBlank()).toList();
        for (int at = 0; at < lines.size(); at += 2) {
            Map.Entry<String, JsonNode> action = Body.only(Body.object(lines.get(at)), "action_and_meta_data");
            if (!ACTIONS.contains(action.getKey())) {
                throw Refusal.illegal("Malformed action/metadata line [" + (at + 1)
                        + "], expected one of [create, index] but found [" + action.getKey() + "]");
            }
            if (at + 1 == lines.size()) {
                throw Refusal.illegal("The bulk request must be terminated by a newline [\\n]");
            }
            JsonNode meta = action.getValue();
            String target = meta.path("_index").asString(index == null ? "" : index);
            String id = meta.has("_id") ? meta.path("_id").asString("") : null;
            Map<String, Object> item =
                    item(target, id, lines.get(at + 1), action.getKey().equals("create"));
            errors |= item.containsKey("error");
            items.add(Map.of(action.getKey(), item));
        }
        return Map.of("took", 0, "errors", errors, "items", items);
    }

    private Map<String, Object> item(String index, @Nullable String id, String document, boolean create) {
        try {
            return write(index, id, document, create);
        } catch (Refusal e) {
            Map<String, Object> refused = new LinkedHashMap<>();
            refused.put("_index", index);
            refused.put("_id", id);
            refused.put("status", e.status());
            refused.put("error", e.error());
            return refused;
        }
    }

    /** One document; without an id it gets one. @throws Refusal where it does not fit */
    Map<String, Object> write(String index, @Nullable String id, String document, boolean create) {
        if (index.isEmpty()) {
            throw Refusal.of(400, "action_request_validation_exception", "Validation Failed: 1: index is missing;");
        }
        Map<String, Object> content;
        try {
            content = JSON.readValue(document, CONTENT);
        } catch (JacksonException e) {
            throw Refusal.ofShard(
                    "mapper_parsing_exception", "failed to parse", "json_parse_exception", e.getOriginalMessage());
        }
        byte[] source = document.strip().getBytes(StandardCharsets.UTF_8);
        StoredIndex target = indices.writable(index);
        String name = id == null ? UUID.randomUUID().toString() : id;
        StoredIndex.Written written =
                id == null ? target.add(name, source, content) : target.put(name, source, content, create);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("_index", target.name());
        item.put("_id", name);
        item.put("_version", 1);
        item.put("result", written.created() ? "created" : "updated");
        item.put("_shards", Map.of("total", 1, "successful", 1, "failed", 0));
        item.put("_seq_no", written.sequence());
        item.put("_primary_term", 1);
        item.put("status", written.created() ? 201 : 200);
        return item;
    }
}
