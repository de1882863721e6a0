package io.novacron.oncall.differential;

import io.novacron.oncall.demo.log.LogBook;
import io.novacron.oncall.demo.log.LogLine;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.scenario.Scenarios;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The same documents for every server: lines of the estate while a disk is slow, in an index whose fields are declared and in
 * one whose fields are not, and a few odd ones.
 */
final class LogDocuments {

    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant END = START.plusSeconds(90);

    private static final List<String> TEXTS = List.of("message", "error.stack_trace");
    private static final int TO_A_REQUEST = 500;
    private static final List<String> ODD = List.of(
            "{\"@timestamp\":\"2026-11-20T10:00:05Z\",\"message\":\"Ünïcode naïve café 東京 it's\",\"n\":7,\"f\":1.5,\"ok\":true}",
            "{\"@timestamp\":\"2026-11-20T10:00:06.5Z\",\"message\":[\"first line\",\"second line\"],\"n\":[1,500],\"ok\":false}",
            "{\"@timestamp\":\"2026-11-20T10:00:07Z\",\"message\":\"\",\"n\":-3,\"f\":-0.25,\"when\":\"2026-11-19T23:30:00+01:00\"}",
            "{\"@timestamp\":\"2026-11-20T10:00:08Z\",\"message\":\"path /var/lib/nova-cron_2.log:17 a.b.c x@y.z 10.1.2.3\",\"n\":2026}",
            "{\"@timestamp\":\"2026-11-20T10:00:08Z\",\"message\":null,\"when\":\"2026-11-20\",\"deep\":{\"er\":{\"still\":\"yes\"}}}",
            "{\"@timestamp\":\"2026-11-20T10:00:09Z\",\"message\":\"AND or NOT\",\"n\":0,\"f\":500,\"quoted\":\"say \\\"hi\\\"\"}");

    private final List<LogLine> lines;

    LogDocuments(long seed) {
        Timeline timeline =
                Timeline.QUIET.started(Scenarios.named("storage-latency").begun(START.minusSeconds(60)));
        World world = new World(Platform.of(seed), timeline);
        List<LogLine> all = new LogBook(() -> world).lines(START.getEpochSecond(), END.getEpochSecond() - 30, 1);
        lines = all.stream().filter(line -> line.time().isBefore(END)).toList();
    }

    List<LogLine> lines() {
        return lines;
    }

    /** Indices {@code agree-declared}, {@code agree-found} and {@code agree-odd}. */
    void load(URI server) throws IOException {
        Http.put(
                        server.resolve("/agree-declared"),
                        Http.JSON.writeValueAsString(Map.of(
                                "settings", Map.of("number_of_shards", 1, "number_of_replicas", 0),
                                "mappings", Map.of("properties", declared()))))
                .ok();
        StringBuilder bulk = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("@timestamp", lines.get(i).time().toString());
            document.putAll(lines.get(i).fields());
            add(bulk, i % 2 == 0 ? "agree-declared" : "agree-found", Http.JSON.writeValueAsString(document));
            if (i % TO_A_REQUEST == TO_A_REQUEST - 1) {
                send(server, bulk);
            }
        }
        ODD.forEach(document -> add(bulk, "agree-odd", document));
        send(server, bulk);
    }

    private Map<String, Object> declared() {
        Map<String, Object> fields = new TreeMap<>();
        for (LogLine line : lines) {
            line.fields().forEach((name, value) -> {
                if (value instanceof String) {
                    fields.put(
                            name,
                            TEXTS.contains(name)
                                    ? Map.of("type", "text")
                                    : Map.of("type", "keyword", "ignore_above", 1_024));
                }
            });
        }
        fields.put("@timestamp", Map.of("type", "date_nanos"));
        return fields;
    }

    private static void add(StringBuilder bulk, String index, String document) {
        bulk.append("{\"index\":{\"_index\":\"")
                .append(index)
                .append("\"}}\n")
                .append(document)
                .append('\n');
    }

    private static void send(URI server, StringBuilder bulk) throws IOException {
        JsonNode answer = Http.post(server.resolve("/_bulk?refresh=true"), "application/x-ndjson", bulk.toString())
                .ok()
                .json();
        if (answer.path("errors").asBoolean()) {
            throw new IllegalStateException("documents were refused: " + answer);
        }
        bulk.setLength(0);
    }
}
