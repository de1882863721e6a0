package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A cluster whose time passes only by {@link #pass}; alerts are written {@code a=b c=d}. */
final class ClusterStage {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Critical inhibits warning of the same {@code svc}; everything is told to two channels that want to hear of the end. */
    static final String CONFIG = """
            route:
              receiver: team
              group_by: [alertname]
              group_wait: 10s
              group_interval: 1m
              repeat_interval: 1h
            receivers:
              - name: team
                webhook_configs: [{url: 'http://team.example/'}]
            inhibit_rules:
              - source_matchers: ['severity="critical"']
                target_matchers: ['severity=~"warning|critical"']
                equal: [svc]
            """;

    final ManualClock clock = new ManualClock(START);
    final AlertmanagerCluster cluster;

    ClusterStage(String config, int members) {
        cluster = new AlertmanagerCluster(AlertmanagerConfig.parse(config), "am", members, clock);
    }

    AlertmanagerMember member(int index) {
        return cluster.members().get(index);
    }

    void pass(Duration time) {
        clock.advance(time);
        cluster.tick(clock.now());
    }

    void pass(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    /** To every member, as Prometheus does. */
    void fire(String... labels) {
        cluster.members().forEach(member -> member.receive(alerts(null, labels)));
    }

    void resolve(String... labels) {
        cluster.members().forEach(member -> member.receive(alerts(clock.now(), labels)));
    }

    private List<PostedAlert> alerts(@Nullable Instant end, String... texts) {
        List<PostedAlert> alerts = new ArrayList<>();
        for (String text : texts) {
            alerts.add(new PostedAlert(labels(text), Map.of(), null, end, ""));
        }
        return alerts;
    }

    static Labels labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        for (String pair : text.split(" ", -1)) {
            int equals = pair.indexOf('=');
            labels.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return Labels.of(labels);
    }

    Reply get(int member, String pathAndQuery) {
        return ask(member, "GET", pathAndQuery, "");
    }

    Reply ask(int member, String method, String pathAndQuery, String body) {
        URI uri = URI.create(pathAndQuery);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters
                    .computeIfAbsent(pair.substring(0, equals), _ -> new ArrayList<>())
                    .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return member(member)
                .answer(new Request(
                        method,
                        uri.getPath(),
                        uri.getRawPath(),
                        parameters,
                        body.isEmpty() ? "" : "application/json",
                        body));
    }

    JsonNode json(int member, String pathAndQuery) {
        return JSON.readTree(get(member, pathAndQuery).body());
    }

    /** Posts a silence of one matcher {@code name=value} from now on; answers its id. */
    String silence(int member, String matcher, Duration time) {
        int equals = matcher.indexOf('=');
        Instant now = clock.now();
        Map<String, Object> body = Map.of(
                "matchers",
                List.of(Map.of(
                        "name",
                        matcher.substring(0, equals),
                        "value",
                        matcher.substring(equals + 1),
                        "isRegex",
                        false)),
                "startsAt",
                "1970-01-01T00:00:00Z",
                "endsAt",
                now.plus(time).toString(),
                "createdBy",
                "ana",
                "comment",
                "x");
        Reply reply = ask(member, "POST", "/api/v2/silences", JSON.writeValueAsString(body));
        return JSON.readTree(reply.body()).path("silenceID").asString();
    }

    String silenceState(int member, String id) {
        Reply reply = get(member, "/api/v2/silence/" + id);
        return reply.status() == 404
                ? "unknown"
                : JSON.readTree(reply.body()).path("status").path("state").asString();
    }

    /** One line for each delivery so far: seconds since the start, member, status, alerts; resolved ones in brackets. */
    List<String> told() {
        return cluster.deliveries().stream().map(ClusterStage::line).toList();
    }

    private static String line(Delivery delivery) {
        List<String> alerts = new ArrayList<>();
        for (Delivery.Told told : delivery.alerts()) {
            String name = told.labels().get("alertname") + told.labels().get("i");
            alerts.add(told.endsAt() == null ? name : "(" + name + ")");
        }
        return Duration.between(START, delivery.at()).toSeconds() + " " + delivery.member() + " " + delivery.receiver()
                + " " + String.join(" ", alerts);
    }
}
