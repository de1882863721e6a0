package io.novacron.oncall.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.differential.AlertmanagerSide.Sent;
import io.novacron.oncall.estate.EstateAlertmanagers;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One script on a real Alertmanager 0.34.2 and on the estate's, same configuration, same clock: equal answers, equal states,
 * the same or a new id where the real one keeps or changes it, and equal deliveries in equal order.
 *
 * <p>Between two steps that change what a group tells stands a barrier: an alert of its own that waits longer than any
 * interval, so that whatever the step brings about has been told on both sides. Within one such section the order of
 * different groups is left to chance by the real server, so there it is compared group by group.
 */
@Execution(ExecutionMode.CONCURRENT)
class AlertmanagerAgreementTests {

    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerAgreementTests.class);
    private static final Instant BASE = Clock.system().now().truncatedTo(ChronoUnit.SECONDS);

    private static final String CONFIG = """
            route:
              receiver: default
              group_by: [alertname]
              group_wait: 1s
              group_interval: 2s
              repeat_interval: 1h
              routes:
                - receiver: barrier
                  matchers: [alertname="Barrier"]
                  group_by: [n]
                  group_wait: 4s
                  group_interval: 1h
                - receiver: db
                  matchers: [team="db"]
                  group_by: ['...']
                  continue: true
                - receiver: web
                  match_re: {team: 'db|web'}
                  group_by: [alertname, svc]
                - receiver: muted
                  match: {muted: '1'}
                  mute_time_intervals: [always]
                - receiver: muted
                  matchers: ['half="1"']
                  mute_time_intervals: [always]
                  continue: true
                - receiver: default
                  matchers: ['half="1"']
                - receiver: inactive
                  matchers: ['{inactive="1"}']
                  active_time_intervals: [never]
                - receiver: limited
                  matchers: [limited="1"]
                - receiver: only-firing
                  matchers: [quiet="1"]
            receivers:
              - name: default
                webhook_configs: [{url: 'URL'}]
              - name: barrier
                webhook_configs: [{url: 'URL', send_resolved: false}]
              - name: db
                webhook_configs: [{url: 'URL'}]
              - name: web
                webhook_configs: [{url: 'URL'}]
              - name: muted
                webhook_configs: [{url: 'URL'}]
              - name: inactive
                webhook_configs: [{url: 'URL'}]
              - name: limited
                webhook_configs: [{url: 'URL', max_alerts: 1}]
              - name: only-firing
                webhook_configs: [{url: 'URL', send_resolved: false}]
            inhibit_rules:
              - source_matchers: ['severity="critical"']
                target_matchers: ['severity=~"warning|critical"']
                equal: [svc]
            time_intervals:
              - name: always
                time_intervals: [{times: [{start_time: '00:00', end_time: '24:00'}]}]
              - name: never
                time_intervals: [{years: ['1999']}]
            """;

    /** An alert as it is sent. */
    private record Posted(Map<String, Object> fields) {}

    private int steps;
    private int compared;
    private int barriers;
    private int sentBefore;
    private int sentEqual;
    private List<AlertmanagerSide> sides = List.of();

    @Test
    void theEstateBehavesAsARealAlertmanager() {
        try (WebhookReceiver hook = new WebhookReceiver();
                AlertmanagerServer real =
                        AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, CONFIG.replace("URL", hook.url()));
                EstateAlertmanagers estate = new EstateAlertmanagers(CONFIG.replace("URL", hook.url()), 1)) {
            URI here = estate.members().getFirst().uri();
            sides = List.of(
                    new AlertmanagerSide(real.url(), hook::posts), new AlertmanagerSide(here, () -> deliveries(here)));
            firing();
            routing();
            silencing();
            refusing();
            quieting();
            merging();
        }
        LOG.info(
                "{} steps, {} answers and states compared, {} sections, {} deliveries equal in order",
                steps,
                compared,
                barriers,
                sentEqual);
        assertThat(steps).isGreaterThanOrEqualTo(60);
        assertThat(sentEqual).isGreaterThan(barriers + 20);
    }

    private void firing() {
        post(alert("alertname=A i=1"), alert("alertname=A i=2"));
        barrier();
        post(alert("alertname=A i=3"));
        barrier();
        post(resolved("alertname=A i=2"));
        barrier();
        post(alert("alertname=A i=2"));
        barrier();
        post(resolved("alertname=A i=1"), resolved("alertname=A i=2"), resolved("alertname=A i=3"));
        barrier();
        post(alert("alertname=A i=1"));
        barrier();
        post(resolved("alertname=Never i=1"));
        post(with(alert("alertname=Old"), "startsAt", BASE.minusSeconds(7_200)));
        barrier();
        post(alert("alertname=Limited limited=1 i=1"), alert("alertname=Limited limited=1 i=2"));
        post(alert("alertname=Q quiet=1 i=1"), alert("alertname=Q quiet=1 i=2"));
        barrier();
        post(resolved("alertname=Q quiet=1 i=1"));
        barrier();
        post(resolved("alertname=Q quiet=1 i=2"));
        barrier();
        post(alert("alertname=Q quiet=1 i=1"));
        barrier();
    }

    private void routing() {
        post(alert("alertname=R team=db svc=s1 i=1"), alert("alertname=R team=db svc=s2 i=2"));
        barrier();
        post(alert("alertname=R team=web svc=s1 i=3"));
        barrier();
        post(alert("alertname=R svc=\"odd\\\n\u0001\u00e9\u200b team=db"));
        barrier();
        post(resolved("alertname=R team=db svc=s1 i=1"));
        barrier();
        same(side -> side.alerts("/alerts?receiver=w.b"));
        same(side -> side.alerts("/alerts?receiver=eb"));
        same(side -> side.alerts("/alerts?filter=team%3D%22db%22&filter=svc%3D~%22s.%22"));
        same(side -> side.alerts("/alerts?filter=nothing%3D%22%22&active=false"));
        same(side -> side.alerts("/alerts?receiver_matchers=name%3D%22db%22"));
        same(side -> side.get("/alerts/groups?receiver=db"));
        same(side -> side.get("/receivers"));
    }

    private void silencing() {
        post(alert("alertname=S i=1"), alert("alertname=S i=2"));
        barrier();
        silence("", "alertname=S i=1", BASE.minusSeconds(60), BASE.plusSeconds(3_600), "first");
        barrier();
        same(side -> side.alerts("/alerts?silenced=false"));
        same(side -> side.alerts("/alerts?active=false"));
        silence("S1", "alertname=S i=1", null, BASE.plusSeconds(7_200), "longer");
        silence("S1", "i=1 alertname=S", null, BASE.plusSeconds(7_200), "reordered");
        barrier();
        silence("S1", "alertname=S i=1", null, BASE.plusSeconds(7_200), "of an expired one");
        same(side -> side.delete("/silence/" + side.id("S3")));
        same(side -> side.delete("/silence/" + side.id("S3")));
        barrier();
        same(side -> side.delete("/silence/" + side.id("S2")));
        barrier();
        silence("", "alertname=S", BASE.plusSeconds(3_600), BASE.plusSeconds(7_200), "pending");
        silence("S4", "alertname=S", BASE.plusSeconds(5_400), BASE.plusSeconds(7_200), "still pending");
        silence("S4", "alertname=S", BASE.minusSeconds(5_400), BASE.plusSeconds(7_200), "pulled into the past");
        barrier();
        post(resolved("alertname=S i=1"));
        barrier();
        same(side -> side.delete("/silence/" + side.id("S5")));
        barrier();
        post(alert("alertname=S i=1"));
        barrier();
        silence("", "alertname=S", BASE.plusSeconds(3_600), BASE.plusSeconds(7_200), "pending again");
        same(side -> side.delete("/silence/" + side.id("S6")));
        same(side -> side.silences("?filter=alertname%3D%22S%22&expired=false"));
        same(side -> side.silences("?filter=alertname%3D%22S%22&active=no&pending=0"));
        same(side -> side.get("/silence/" + side.id("S6")));
        silence("", "alertname=S i=2", BASE, Clock.system().now().plusSeconds(2), "ends by itself");
        barrier();
        post(alert("alertname=S i=1"), alert("alertname=S i=2"), alert("alertname=S i=3"));
        barrier();
    }

    private void refusing() {
        silence("", "alertname=X", BASE.plusSeconds(60), BASE.plusSeconds(60), "no time");
        silence("", "alertname=X", BASE.minusSeconds(60), BASE.minusSeconds(30), "past");
        silence("", "alertname=", BASE, BASE.plusSeconds(3_600), "matches nothing");
        silence("", "=X", BASE, BASE.plusSeconds(3_600), "without a name");
        silence("no-such-id", "alertname=X", BASE, BASE.plusSeconds(3_600), "unknown");
        same(side -> side.raw("/silences", "application/json", """
                {"matchers": [{"name": "a", "value": "(", "isRegex": true}], "startsAt": "%s", "endsAt": "%s",
                 "createdBy": "", "comment": ""}
                """.formatted(BASE, BASE.plusSeconds(3_600))));
        for (String body : List.of("{", "[]", "{}", "{\"comment\": 1}", "{\"comment\": \"x\", \"createdBy\": \"x\"}")) {
            same(side -> side.raw("/silences", "application/json", body));
        }
        same(side -> side.raw("/silences", "text/plain", "{}"));
        same(side -> side.raw("/silences", "application/json", """
                {"matchers": [], "startsAt": "%s", "endsAt": "%s", "createdBy": "", "comment": ""}
                """.formatted(BASE, BASE.plusSeconds(3_600))));
        same(side -> side.raw("/silences", "application/json", """
                {"matchers": [{"name": "a"}], "startsAt": "%s", "endsAt": "%s", "createdBy": "", "comment": ""}
                """.formatted(BASE, BASE.plusSeconds(3_600))));
        for (String body : List.of(
                "{}",
                "[{}]",
                "[{\"labels\": {\"a\": 1}}]",
                "[{\"labels\": {\"a\": \"1\"}, \"startsAt\": \"x\"}]",
                "[{\"labels\": {\"a\": \"1\"}, \"generatorURL\": \"::bad\"}]",
                "[{\"labels\": {}}]",
                "[{\"labels\": {\"\": \"x\"}}]",
                "[{\"labels\": {\"a\": \"b\"}, \"startsAt\": \"2030-01-01T00:00:00Z\","
                        + " \"endsAt\": \"2029-01-01T00:00:00Z\"}]",
                "[]")) {
            same(side -> side.raw("/alerts", "application/json", body));
        }
        for (String path : List.of(
                "/alerts?filter=a",
                "/alerts?filter=%7Ba%3D%22b%22%7D",
                "/alerts?receiver=%28",
                "/silences?filter=a%3D~%22%28%22",
                "/silence/no-uuid",
                "/silence/00000000-0000-4000-8000-000000000000",
                "/nothing",
                "/-/healthy",
                "/-/ready",
                "/-/nothing")) {
            same(side -> side.get(path));
        }
        same(side -> side.delete("/silence/00000000-0000-4000-8000-000000000000"));
        same(side -> side.delete("/silence/no-uuid"));
        same(side -> side.put("/silences"));
        same(side -> side.put("/alerts/groups"));
        barrier();
    }

    private void quieting() {
        post(alert("alertname=Cause severity=critical svc=x"), alert("alertname=Effect severity=warning svc=x"));
        barrier();
        same(side -> side.alerts("/alerts?inhibited=false"));
        post(alert("alertname=Second severity=critical svc=x"));
        barrier();
        post(resolved("alertname=Second severity=critical svc=x"));
        barrier();
        post(resolved("alertname=Cause severity=critical svc=x"));
        barrier();
        post(alert("alertname=Night muted=1"));
        post(alert("alertname=Half half=1"));
        post(alert("alertname=Closed inactive=1"));
        barrier();
        same(side -> side.get("/alerts/groups?muted=false"));
        silence("", "alertname=Half", BASE, BASE.plusSeconds(3_600), "half");
        post(resolved("alertname=Half half=1"));
        barrier();
    }

    private void merging() {
        Posted held = with(alert("alertname=M"), "startsAt", BASE.minusSeconds(7_200));
        post(with(held, "endsAt", BASE.plusSeconds(7_200)));
        barrier();
        post(with(with(alert("alertname=M"), "startsAt", BASE.minusSeconds(3_600)), "endsAt", BASE.plusSeconds(5_400)));
        barrier();
        post(with(alert("alertname=M"), "startsAt", BASE.minusSeconds(1_800)));
        barrier();
        post(with(with(alert("alertname=M"), "startsAt", BASE.minusSeconds(9_000)), "endsAt", BASE.minusSeconds(60)));
        barrier();
        post(with(alert("alertname=Future"), "endsAt", BASE.plusSeconds(3_600)));
        post(with(alert("alertname=Url e="), "generatorURL", "http://prometheus.example/graph?g0.expr=up&x=%22"));
        post(with(alert("alertname=Noted"), "annotations", Map.of("summary", "<b>\u2028\"x\"", "empty", "")));
        barrier();
    }

    /** Sends an alert of its own and waits until both have told it; then all that was told and is shown must agree. */
    private void barrier() {
        String name = "n" + barriers++;
        for (AlertmanagerSide side : sides) {
            side.post("/alerts", List.of(alert("alertname=Barrier n=" + name).fields()));
        }
        String key = "{}/{alertname=\"Barrier\"}:{n=\"" + name + "\"}";
        for (AlertmanagerSide side : sides) {
            await("barrier " + name)
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> side.sent().stream()
                            .anyMatch(sent -> sent.groupKey().equals(key)));
        }
        List<Sent> theirs = section(sides.getFirst(), key);
        List<Sent> ours = section(sides.getLast(), key);
        assertThat(ours)
                .as("told before barrier %s, after step %d", name, steps)
                .isEqualTo(theirs);
        sentBefore += theirs.size();
        sentEqual += theirs.size();
        compare(AlertmanagerSide::state);
    }

    private List<Sent> section(AlertmanagerSide side, String barrierKey) {
        List<Sent> all = side.sent();
        List<Sent> section = new ArrayList<>();
        for (Sent sent : all.subList(Math.min(sentBefore, all.size()), all.size())) {
            section.add(sent);
            if (sent.groupKey().equals(barrierKey)) {
                break;
            }
        }
        // stable, so the order within a group stands
        section.sort(Sent.BY_GROUP);
        return section;
    }

    private void post(Posted... alerts) {
        List<Map<String, Object>> wire = Stream.of(alerts).map(Posted::fields).toList();
        same(side -> side.post("/alerts", wire));
    }

    /**
     * Posts a silence of equality matchers.
     *
     * @param start null for the one that the silence has now, as an editor would send it back
     */
    private void silence(String symbol, String matchers, @Nullable Instant start, Instant end, String comment) {
        List<Map<String, Object>> wire = new ArrayList<>();
        for (String pair : matchers.split(" ", -1)) {
            int equals = pair.indexOf('=');
            wire.add(Map.of("name", pair.substring(0, equals), "value", pair.substring(equals + 1), "isRegex", false));
        }
        same(side -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", side.id(symbol));
            body.put("matchers", wire);
            body.put("startsAt", start == null ? side.startOf(symbol) : start.toString());
            body.put("endsAt", end.toString());
            body.put("createdBy", "ana");
            body.put("comment", comment);
            body.put("annotations", Map.of("why", comment));
            return side.post("/silences", body);
        });
    }

    /** One step: both are asked, and answer alike. */
    private void same(Function<AlertmanagerSide, Object> ask) {
        steps++;
        compare(ask);
    }

    private <T> void compare(Function<AlertmanagerSide, T> ask) {
        compared++;
        T theirs = ask.apply(sides.getFirst());
        assertThat(ask.apply(sides.getLast())).as("step %d", steps).isEqualTo(theirs);
    }

    private static Posted alert(String labels) {
        Map<String, String> map = new TreeMap<>();
        for (String pair : labels.split(" ", -1)) {
            int equals = pair.indexOf('=');
            map.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new Posted(Map.of("labels", map));
    }

    private static Posted resolved(String labels) {
        return with(alert(labels), "endsAt", Clock.system().now());
    }

    private static Posted with(Posted alert, String field, Object value) {
        Map<String, Object> more = new TreeMap<>(alert.fields);
        more.put(field, value instanceof Instant time ? time.toString() : value);
        return new Posted(more);
    }

    private static List<JsonNode> deliveries(URI member) {
        try {
            List<JsonNode> list = new ArrayList<>();
            Http.get(URI.create(member + "/api/v2/novacron/deliveries"))
                    .ok()
                    .json()
                    .forEach(list::add);
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
