package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.GroupKey;
import io.novacron.oncall.core.routing.Routing;
import io.novacron.oncall.core.routing.Told;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.secret.SecretPlaces;
import io.novacron.oncall.desktop.settings.LoadedSettings;
import io.novacron.oncall.desktop.settings.SettingsFile;
import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** real: what an acknowledgement does to pages (alerts guide §4.6), on a pair of Alertmanagers that page a recording webhook. */
class PagingUnderAnAcknowledgementTests {

    @TempDir
    Path folder;

    private final List<String> pages = new CopyOnWriteArrayList<>();
    private HttpServer pager;

    PagingUnderAnAcknowledgementTests() throws IOException {
        pager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void record() {
        pager.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            for (JsonNode alert : Http.JSON.readTree(body).path("alerts")) {
                pages.add(alert.path("labels").path("alertname").asString() + " "
                        + alert.path("status").asString());
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        pager.start();
    }

    @AfterEach
    void end() {
        pager.stop(0);
    }

    @Test
    void afterAFiringResolvedUnderItTheNextOnePagesAndWithRearmOffItDoesNot() throws IOException {
        try (AlertmanagerPair pair = AlertmanagerPair.start(Servers.ALERTMANAGER_0_34, config())) {
            Path rearming = console(pair, "rearm = true");
            Path silent = console(pair, "rearm = false");

            JsonNode rearmed = resolveUnderAck(pair, rearming, "Storage");
            assertThat(rearmed.path("rearmed").asBoolean()).isTrue();
            assertThat(rearmed.path("nextPageNotBefore").isNull()).isTrue();
            await().atMost(Duration.ofSeconds(20)).until(() -> pages.contains("Storage resolved"));

            JsonNode withheld = resolveUnderAck(pair, silent, "Network");
            assertThat(withheld.path("rearmed").asBoolean()).isFalse();
            Instant next = Instant.parse(withheld.path("nextPageNotBefore").asString());
            assertThat(Duration.between(Instant.now(), next)).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(61));
            assertThat(withheld.path("detail").asString()).contains("rearm is off");

            fire(pair, "Storage", Instant.now());
            fire(pair, "Network", Instant.now());
            await().atMost(Duration.ofSeconds(20)).until(() -> count("Storage firing") == 2);
            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> count("Network firing") == 1 && !pages.contains("Network resolved"));
        }
    }

    @Test
    void aConsoleThatIsClosedMakesItsAcknowledgementLastOnBothMembers() throws Exception {
        try (AlertmanagerPair pair = AlertmanagerPair.start(Servers.ALERTMANAGER_0_34, config())) {
            fire(pair, "Storage", Instant.now());
            Path file = console(pair, "rearm = true");
            try (Composition console = composition(file)) {
                Acknowledge.Request request = new Acknowledge.Request(
                        List.of(new AlertKey("eu", fingerprint("Storage"))), Acknowledge.LONGEST_HOLD, "", true);
                ActionResult result = new Acknowledge(console.actions()).run(request);
                assertThat(((ActionResult.Tried) result).ladders())
                        .extracting(Ladder::outcome)
                        .containsExactly(Outcome.EFFECTIVE);
                assertThat(left(pair.first())).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));

                assertThat(console.leave(Duration.ofSeconds(10))).isEqualTo(1);
            }
            for (AlertmanagerServer member : pair.members()) {
                assertThat(left(member)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
                JsonNode annotations = active(member).path("annotations");
                assertThat(annotations.path("novacron_kind").asString()).isEqualTo("ack");
                assertThat(annotations.path("novacron_lease").asString()).startsWith("ana/");
            }
        }
    }

    @Test
    void membersThatDoNotKnowEachOtherGetAnAcknowledgementEach() throws IOException {
        try (AlertmanagerServer one = AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, config());
                AlertmanagerServer other = AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, config())) {
            for (AlertmanagerServer member : List.of(one, other)) {
                post(member, "Storage", Instant.now(), null);
            }
            Path file = console(List.of(one, other), "rearm = true");

            OncallRun ack = OncallRun.of(file, Map.of(), "ack", fingerprint("Storage"), "--json");

            assertThat(ack.exit()).as("%s %s", ack.out(), ack.err()).isZero();
            assertThat(ack.json().path("results").size()).isEqualTo(2);
            assertThat(active(one).path("id").asString())
                    .isNotEqualTo(active(other).path("id").asString());
            assertThat(active(one).path("annotations").path("novacron_id").asString())
                    .isNotEqualTo(active(other)
                            .path("annotations")
                            .path("novacron_id")
                            .asString());
        }
    }

    @Test
    void pagerDutyKnowsAnIncidentByTheKeyThatIsComputedHere() throws Exception {
        List<String> dedupKeys = new CopyOnWriteArrayList<>();
        pager.createContext("/pagerduty", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            dedupKeys.add(Http.JSON.readTree(body).path("dedup_key").asString());
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        String config = """
                route:
                  receiver: nobody
                  group_by: [alertname]
                  group_wait: 100ms
                  routes:
                    - matchers: ['severity=~"critical|page"', 'alertname!=""']
                      group_by: [team, alertname, missing]
                      receiver: nobody
                      routes:
                        - match: {team: 'a "b"\\ü'}
                          receiver: pagerduty
                receivers:
                  - name: nobody
                  - name: pagerduty
                    pagerduty_configs:
                      - routing_key: 0123456789abcdef0123456789abcdef
                        url: http://127.0.0.1:%d/pagerduty
                """.formatted(pager.getAddress().getPort());
        try (AlertmanagerServer server = AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, config)) {
            Map<String, String> labels =
                    Map.of("alertname", "Storage", "severity", "critical", "team", "a \"b\"\\ü", "pod", "p-1");
            server.postAlerts(Http.JSON.writeValueAsString(List.of(Map.of("labels", labels))));

            String shown = server.status().path("config").path("original").asString();
            Told told = Routing.of(shown).told(Labels.of(labels));
            assertThat(told.receivers()).containsExactly("pagerduty");
            String expected = GroupKey.dedupKey(told.taken().getFirst().route(), Labels.of(labels));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(dedupKeys).contains(expected));
        }
    }

    /** Pages once, is acknowledged, resolves under it, is given back: the document of the last. */
    private JsonNode resolveUnderAck(AlertmanagerPair pair, Path console, String name) throws IOException {
        Instant start = Instant.now();
        fire(pair, name, start);
        await().atMost(Duration.ofSeconds(20)).until(() -> pages.contains(name + " firing"));
        OncallRun ack = OncallRun.of(console, Map.of(), "ack", fingerprint(name), "--json");
        assertThat(ack.exit()).as("%s %s", ack.out(), ack.err()).isZero();
        for (AlertmanagerServer member : pair.members()) {
            post(member, name, start, Instant.now());
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !pair.first().alerts().toString().contains(name)
                        && !pair.second().alerts().toString().contains(name));
        // a group interval goes by in silence: until then the end would still be told by itself
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(6))
                .until(() -> !pages.contains(name + " resolved"));
        OncallRun unack = OncallRun.of(console, Map.of(), "unack", fingerprint(name), "--json");
        assertThat(unack.exit()).as("%s %s", unack.out(), unack.err()).isZero();
        return unack.json();
    }

    private long count(String page) {
        return pages.stream().filter(page::equals).count();
    }

    private String config() {
        return """
                route:
                  receiver: pager
                  group_by: [alertname]
                  group_wait: 100ms
                  group_interval: 1s
                  repeat_interval: 1h
                receivers:
                  - name: pager
                    webhook_configs:
                      - url: http://127.0.0.1:%d/
                """.formatted(pager.getAddress().getPort());
    }

    private Path console(AlertmanagerPair pair, String rearm) {
        return console(pair.members(), rearm);
    }

    private Path console(List<AlertmanagerServer> members, String rearm) {
        String text = """
                [operator]
                name = "ana"

                [[source]]
                name = "am"
                kind = "alertmanager"
                cluster = "eu"
                urls = ["%s", "%s"]
                %s
                """.formatted(members.getFirst().url(), members.getLast().url(), rearm);
        return OncallRun.write(folder, rearm.replaceAll("\\W", "") + ".toml", text);
    }

    private static Composition composition(Path file) {
        LoadedSettings loaded = SettingsFile.load(file, Optional.empty(), "ana");
        if (!(loaded instanceof LoadedSettings.Loaded good)) {
            throw new AssertionError(loaded);
        }
        Clock clock = Clock.system();
        return new Composition(
                good.settings(),
                Composition.Outside.of(good.settings(), new SecretPlaces(Map.of()), clock),
                Database.inMemory(clock),
                clock);
    }

    private static String fingerprint(String name) {
        return Labels.of(Map.of("alertname", name, "severity", "critical")).fingerprint();
    }

    private static void fire(AlertmanagerPair pair, String name, Instant start) throws IOException {
        for (AlertmanagerServer member : pair.members()) {
            post(member, name, start, null);
        }
    }

    private static void post(AlertmanagerServer member, String name, Instant start, @Nullable Instant end)
            throws IOException {
        Map<String, Object> alert = new TreeMap<>(
                Map.of("labels", Map.of("alertname", name, "severity", "critical"), "startsAt", start.toString()));
        if (end != null) {
            alert.put("endsAt", end.toString());
        }
        member.postAlerts(Http.JSON.writeValueAsString(List.of(alert)));
    }

    private static JsonNode active(AlertmanagerServer member) throws IOException {
        for (JsonNode silence : member.silences()) {
            if (silence.path("status").path("state").asString().equals("active")) {
                return silence;
            }
        }
        throw new AssertionError("no active silence");
    }

    private static Duration left(AlertmanagerServer member) throws IOException {
        return Duration.between(
                Instant.now(), Instant.parse(active(member).path("endsAt").asString()));
    }
}
