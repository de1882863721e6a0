package io.novacron.oncall.servers.seed;

import io.novacron.oncall.servers.seed.AlertCatalog.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Sixty alerts for an Alertmanager, with a configuration that inhibits what {@code NodeDown} explains, and silences: a
 * planned one that hides alerts, one that begins later, and an acknowledgement made with another tool.
 */
public final class SeededAlerts {
    public static final int COUNT = 60;

    /** Notifies nobody; critical {@code NodeDown} inhibits warnings and information from the same node. */
    public static final String CONFIG = """
            route:
              receiver: nobody
              group_by: [cluster, service]
              group_wait: 1s
              group_interval: 5s
              repeat_interval: 4h
              routes:
                - receiver: oncall-page
                  matchers: ['severity="critical"']
                - receiver: security-team
                  matchers: ['component="security"']
                - receiver: oncall-chat
                  matchers: ['severity=~"error|high|warning"']
            inhibit_rules:
              - source_matchers: ['alertname="NodeDown"', 'severity="critical"']
                target_matchers: ['severity=~"warning|info"']
                equal: [cluster, node_id]
            receivers:
              - name: nobody
              - name: oncall-page
              - name: oncall-chat
              - name: security-team
            """;

    private static final int DOWN_NODE = 4;
    private static final Duration KEPT = Duration.ofHours(12);

    private SeededAlerts() {}

    /** The alerts as {@code POST /api/v2/alerts} takes them. They began at most 26 hours ago and last for 12 more. */
    public static List<Map<String, Object>> alerts(Instant now) {
        Random random = new Random(Estate.SEED);
        List<Map<String, Object>> alerts = new ArrayList<>();
        alerts.add(alert(AlertCatalog.NODE_DOWN, DOWN_NODE, random, now));
        for (int i = 0; alerts.size() < COUNT; i++) {
            int round = i / AlertCatalog.KINDS.size();
            Kind kind = AlertCatalog.KINDS.get(i % AlertCatalog.KINDS.size());
            alerts.add(alert(kind, i + 2 * round, random, now));
        }
        return alerts;
    }

    /** Silences as {@code POST /api/v2/silences} takes them. */
    public static List<Map<String, Object>> silences(Instant now) {
        return List.of(
                silence(
                        now.minus(Duration.ofMinutes(40)),
                        now.plus(Duration.ofHours(3)),
                        "ben",
                        "Planned: tiers are rebalanced until the evening, CHG-1042",
                        List.of(matcher("service", "storage", false), matcher("severity", "warning|info", true))),
                silence(
                        now.plus(Duration.ofHours(2)),
                        now.plus(Duration.ofHours(4)),
                        "ben",
                        "Planned: new firmware for the switches, CHG-1047",
                        List.of(matcher("service", "network", false))),
                silence(
                        now.minus(Duration.ofMinutes(6)),
                        now.plus(Duration.ofHours(1)),
                        "chris",
                        "ACK! chris: blocking the addresses at the edge",
                        List.of(
                                matcher("alertname", "AuthLoginFailuresSpike", false),
                                matcher("cluster", Estate.CLUSTER, false))));
    }

    private static Map<String, Object> alert(Kind kind, int place, Random random, Instant now) {
        String node = Estate.node(place);
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", kind.name());
        labels.put("severity", kind.severity());
        labels.put("service", kind.service());
        labels.put("job", kind.service());
        labels.put("component", kind.component());
        labels.put("cluster", Estate.CLUSTER);
        labels.put("environment", Estate.ENVIRONMENT);
        labels.put("node_id", node);
        labels.put("instance", Estate.instance(kind.service(), place));
        labels.put("namespace", "novacron");
        String number = Integer.toString(2 + random.nextInt(8));
        Map<String, String> annotations = new TreeMap<>();
        annotations.put("summary", fill(kind.summary(), node, number));
        annotations.put("description", fill(kind.description(), node, number));
        annotations.put("runbook_url", "https://runbooks.novacron.example/alerts/" + kind.name());
        return Map.of(
                "labels",
                labels,
                "annotations",
                annotations,
                "startsAt",
                now.minus(age(random)).toString(),
                "endsAt",
                now.plus(KEPT).toString(),
                "generatorURL",
                "https://prometheus.novacron.example/graph?g0.expr=ALERTS&g0.tab=1");
    }

    /** Mostly minutes, sometimes a day. */
    private static Duration age(Random random) {
        double minutes = Math.exp(random.nextDouble() * 6.6) * 2;
        return Duration.ofSeconds(Math.round(minutes * 60));
    }

    private static Map<String, Object> silence(
            Instant from, Instant until, String author, String comment, List<Map<String, Object>> matchers) {
        return Map.of(
                "matchers", matchers,
                "startsAt", from.toString(),
                "endsAt", until.toString(),
                "createdBy", author,
                "comment", comment);
    }

    private static Map<String, Object> matcher(String name, String value, boolean regex) {
        return Map.of("name", name, "value", value, "isRegex", regex, "isEqual", true);
    }

    private static String fill(String text, String node, String number) {
        return text.replace("{node}", node).replace("{n}", number);
    }
}
