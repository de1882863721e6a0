package io.novacron.oncall.servers.seed;

import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.JaegerServer;
import io.novacron.oncall.servers.SearchServer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the seeded installation into real servers. The same moment gives the same content each time. */
public final class Seeder {
    private static final int SPANS_A_REQUEST = 1_000;
    private static final int LINES_A_REQUEST = 2_500;
    private static final String MAPPING = """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
             "mappings": {"properties": {
               "@timestamp": {"type": "date"},
               "log": {"properties": {"level": {"type": "keyword"}}},
               "service": {"properties": {"name": {"type": "keyword"}}},
               "message": {"type": "text"},
               "trace": {"properties": {"id": {"type": "keyword"}}},
               "span": {"properties": {"id": {"type": "keyword"}}},
               "host": {"properties": {"name": {"type": "keyword"}}},
               "error": {"properties": {"stack_trace": {"type": "text"}}},
               "kubernetes": {"properties": {
                 "namespace": {"type": "keyword"},
                 "node": {"properties": {"name": {"type": "keyword"}}},
                 "pod": {"properties": {"name": {"type": "keyword"}}}}}}}}
            """;

    private final Instant now;
    private final List<SeededSpan> spans;

    public Seeder(Instant now) {
        this.now = now;
        this.spans = SeededTraces.spans(now);
    }

    /** All spans that {@link #traces} sends. */
    public List<SeededSpan> spans() {
        return List.copyOf(spans);
    }

    /** Sixty alerts to each member, as Prometheus does, and the silences to the first. Returns the silences' ids. */
    public List<String> alerts(Collection<AlertmanagerServer> members) throws IOException {
        String alerts = Http.JSON.writeValueAsString(SeededAlerts.alerts(now));
        for (AlertmanagerServer member : members) {
            member.postAlerts(alerts);
        }
        AlertmanagerServer first = members.iterator().next();
        List<String> ids = new ArrayList<>();
        for (Map<String, Object> silence : SeededAlerts.silences(now)) {
            ids.add(first.postSilence(Http.JSON.writeValueAsString(silence)));
        }
        return ids;
    }

    /** Three hundred traces over OTLP. */
    public void traces(JaegerServer jaeger) throws IOException {
        for (int from = 0; from < spans.size(); from += SPANS_A_REQUEST) {
            jaeger.postTraces(Otlp.request(spans.subList(from, Math.min(spans.size(), from + SPANS_A_REQUEST))));
        }
    }

    /** Twenty thousand lines into one index per service. */
    public void logs(SearchServer search) throws IOException {
        for (String service : Estate.SERVICES) {
            Http.put(search.url("/" + Estate.index(service)), MAPPING).ok();
        }
        List<LogLine> lines = SeededLogs.lines(now, spans);
        for (int from = 0; from < lines.size(); from += LINES_A_REQUEST) {
            search.bulk(lines.subList(from, Math.min(lines.size(), from + LINES_A_REQUEST)).stream()
                    .map(Seeder::indexing)
                    .collect(Collectors.joining()));
        }
    }

    private static String indexing(LogLine line) {
        return "{\"index\":{\"_index\":\"" + Estate.index(line.service()) + "\"}}\n"
                + Http.JSON.writeValueAsString(line.document()) + "\n";
    }
}
