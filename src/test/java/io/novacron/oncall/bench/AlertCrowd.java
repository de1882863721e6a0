package io.novacron.oncall.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Bodies of an Alertmanager's answers with many alerts: 8 labels and 3 annotations each, about 0.75 kB, as measured in the
 * field (alerts guide §7), in groups of a hundred.
 */
final class AlertCrowd {

    private static final int GROUP = 100;
    private static final String[] SEVERITIES = {"critical", "warning", "warning", "info", "error"};

    private AlertCrowd() {}

    /**
     * The body of {@code /api/v2/alerts/groups}.
     *
     * @param count how many alerts
     * @param changed of each hundred alerts so many are other ones than with 0
     */
    static byte[] groups(int count, int changed) {
        StringBuilder json = new StringBuilder(count * 800).append('[');
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int first = 0; first < count; first += GROUP) {
            json.append(first == 0 ? "" : ",")
                    .append("{\"labels\":{\"alertname\":\"")
                    .append(name(first));
            json.append("\"},\"receiver\":{\"name\":\"ops\"},\"alerts\":[");
            for (int i = first; i < Math.min(count, first + GROUP); i++) {
                int number = i % GROUP < changed ? i + count : i;
                json.append(i == first ? "" : ",");
                alert(json, name(first), number, now);
            }
            json.append("]}");
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A body to post to {@code /api/v2/alerts}.
     *
     * @param numbers which alerts
     * @param ends when they end
     */
    static String postable(IntStream numbers, Instant ends) {
        return numbers.mapToObj(number -> {
                    StringBuilder json = new StringBuilder(700).append('{');
                    described(json, name(number), number, labels(name(number), number));
                    json.append(",\"startsAt\":\"").append(ends.minusSeconds(7_200 + number % 86_400));
                    return json.append("\",\"endsAt\":\"").append(ends).append("\"}");
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Labels of one alert, as they stand in the body. */
    static Map<String, String> labels(String name, int number) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", name);
        labels.put("cluster", "eu");
        labels.put("instance", "vm-" + number + ".novacron.example:9100");
        labels.put("job", "node");
        labels.put("severity", SEVERITIES[number % SEVERITIES.length]);
        labels.put("team", "team-" + number % 12);
        labels.put("tenant", "tenant-" + number % 300);
        labels.put("zone", "eu-west-" + (char) ('a' + number % 3));
        return labels;
    }

    static String name(int number) {
        return "BenchAlert" + number / GROUP % 200;
    }

    private static void alert(StringBuilder json, String name, int number, Instant now) {
        Map<String, String> labels = labels(name, number);
        json.append('{');
        described(json, name, number, labels);
        json.append(",\"startsAt\":\"")
                .append(now.minusSeconds(60 + number % 86_400))
                .append("\",");
        json.append("\"endsAt\":\"").append(now.plusSeconds(300)).append("\",");
        json.append("\"updatedAt\":\"").append(now).append("\",");
        json.append("\"generatorURL\":\"http://prometheus.example:9090/graph?g0.expr=up&g0.tab=1\",");
        json.append("\"fingerprint\":\"").append(fingerprint(labels)).append("\",");
        json.append("\"receivers\":[{\"name\":\"ops\"}],");
        json.append("\"status\":{\"state\":\"active\",\"silencedBy\":[],\"inhibitedBy\":[],\"mutedBy\":[]}}");
    }

    /** Labels and annotations. */
    private static void described(StringBuilder json, String name, int number, Map<String, String> labels) {
        json.append("\"labels\":{");
        labels.forEach((label, value) ->
                json.append('"').append(label).append("\":\"").append(value).append("\","));
        json.setLength(json.length() - 1);
        json.append("},\"annotations\":{\"summary\":\"The node ").append(number).append(" answers too late\",");
        json.append(
                "\"description\":\"For five minutes the 99th percentile of all requests of this node was above two");
        json.append(" seconds; customers wait for their machines.\",");
        json.append("\"runbook_url\":\"https://runbooks.novacron.example/")
                .append(name)
                .append("\"}");
    }

    /** FNV-1a over sorted names and values, each followed by 0xFF (alerts guide A6). */
    private static String fingerprint(Map<String, String> labels) {
        long hash = 0xcbf29ce484222325L;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            for (String part : new String[] {label.getKey(), label.getValue()}) {
                for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
                    hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
                }
                hash = (hash ^ 0xff) * 0x100000001b3L;
            }
        }
        return String.format("%016x", hash);
    }
}
