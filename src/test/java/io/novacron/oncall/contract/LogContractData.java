package io.novacron.oncall.contract;

import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small indices with what is hard about logs: equal times, two kinds of time fields, text levels, slow queries. */
final class LogContractData {

    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant END = Instant.parse("2026-11-20T11:00:00Z");

    /** In the indices {@code same-*}: every time occurs 25 times, over five shards and both kinds of time field. */
    static final int SAME = 2_500;

    static final List<String> LEVELS = List.of("INFO", "warn", "Error", "debug");

    private static final int TIMES = 100;
    private static final int SLOW = 5_000;
    private static final long SEED = 4711;

    private LogContractData() {}

    static void load(LogStage server) throws IOException {
        create(server, "same-ms", 3, "\"type\":\"date\"", "\"type\":\"keyword\"");
        create(server, "same-ns", 2, "\"type\":\"date_nanos\"", "\"type\":\"keyword\"");
        create(server, "text-1", 1, "\"type\":\"date\"", "\"type\":\"text\"");
        createSlow(server);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SAME; i++) {
            Instant time = START.plusSeconds(36L * (i % TIMES)).plusMillis(123);
            add(lines, i % 2 == 0 ? "same-ms" : "same-ns", "same " + i, time, LEVELS.get(i % LEVELS.size()));
        }
        add(lines, "text-1", "text level", START, "WARN");
        server.bulk(lines.toString());
        server.bulk(exact() + slow());
    }

    /** Takes a dozen seconds: every clause walks all terms of the slow index. */
    static String slowQuery() {
        Random random = new Random(SEED);
        return IntStream.range(0, 900)
                .mapToObj(i ->
                        "message:*" + letters(random, 3) + "*" + letters(random, 3) + "*" + letters(random, 3) + "*")
                .collect(Collectors.joining(" OR "));
    }

    static void add(StringBuilder lines, String index, String message, Instant time, String level) {
        lines.append("""
                {"index":{"_index":"%s"}}
                {"@timestamp":"%s","log.level":"%s","message":"%s"}
                """.formatted(index, time, level, message));
    }

    private static void create(LogStage server, String index, int shards, String time, String level)
            throws IOException {
        Http.put(server.url("/" + index), """
                {"settings": {"number_of_shards": %d, "number_of_replicas": 0},
                 "mappings": {"properties": {"@timestamp": {%s}, "log": {"properties": {"level": {%s}}}}}}
                """.formatted(shards, time, level)).ok();
    }

    private static void createSlow(LogStage server) throws IOException {
        Http.put(server.url("/slow-1"), """
                {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
                 "mappings": {"properties": {"@timestamp": {"type": "date"}, "message": {"type": "keyword"}}}}
                """).ok();
    }

    private static String exact() {
        return """
                {"index":{"_index":"exact-1","_id":"nested"}}
                {"@timestamp":"2026-11-20T10:00:01Z","message":"nested\\n","log":{"level":"err"},"service":{"name":"api"},\
                "trace":{"id":"4bf92f3577b34da6a3ce929d0e0e4736"},"big":9007199254740993,"price":1.10,"list":["one",null,"two"]}
                {"index":{"_index":"exact-1","_id":"dotted"}}
                {"@timestamp":"2026-11-20T10:00:00Z","message":"dotted","log.level":"ERROR","service.name":"api",\
                "trace.id":"4bf92f3577b34da6a3ce929d0e0e4736"}
                """;
    }

    private static String slow() {
        Random random = new Random(SEED);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            lines.add("""
                    {"index":{"_index":"slow-1"}}
                    {"@timestamp":"2026-11-20T10:00:00Z","message":"%s"}
                    """.formatted(letters(random, 200)));
        }
        return String.join("", lines);
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'k').mapToObj(Character::toString).collect(Collectors.joining());
    }
}
