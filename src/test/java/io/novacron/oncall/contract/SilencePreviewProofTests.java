package io.novacron.oncall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.SilenceRules;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * What the preview says is what the server then does: each generated silence is posted to a running Alertmanager, and the
 * alerts that name it in {@code silencedBy} are those of the preview. Silences are posted in batches and told apart by their
 * ids, so that a list of alerts is read once for many. {@code -Doncall.preview.sets=2000} runs it in full.
 */
class SilencePreviewProofTests {

    private static final long SEED = 20261122;
    private static final int ALERTS = 1000;
    private static final int SETS = Integer.getInteger("oncall.preview.sets", 600);
    private static final int BATCH = 250;

    private record Posted(String id, List<Matcher> matchers) {}

    @ParameterizedTest
    @CsvSource({"SINGLE_0_25,CLASSIC", "SINGLE_0_34,FALLBACK"})
    void thePreviewIsWhatTheServerSilences(AlertStage.Kind kind, Dialect dialect)
            throws IOException, MatcherSyntaxException {
        MatcherWords words = new MatcherWords(new Random(SEED), dialect);
        try (AlertStage stage = AlertStage.open(kind, AlertmanagerServer.QUIET_CONFIG)) {
            AlertMember server = stage.servers().getFirst();
            List<Alert> alerts = fire(stage, server, words);
            int hits = 0;
            int posted = 0;
            int refused = 0;
            while (posted < SETS) {
                List<Posted> batch = new ArrayList<>();
                while (batch.size() < Math.min(BATCH, SETS - posted)) {
                    Optional<Posted> silence = post(server, words.matchers(), dialect);
                    silence.ifPresent(batch::add);
                    refused += silence.isEmpty() ? 1 : 0;
                }
                hits += compare(batch, alerts, server);
                for (Posted silence : batch) {
                    Http.delete(server.url("/api/v2/silence/" + silence.id())).ok();
                }
                posted += batch.size();
            }
            System.out.printf(
                    "real %s: %d silences over %d alerts, %d hits, 0 differences; %d refused by the server%n",
                    kind, posted, alerts.size(), hits, refused);
            assertThat(hits).as("hits").isGreaterThan(SETS * 10);
            assertThat(refused).as("refused by the server").isBetween(1, SETS);
        }
    }

    /** Every one of the batch; answers the hits. */
    private static int compare(List<Posted> batch, List<Alert> alerts, AlertMember server)
            throws IOException, MatcherSyntaxException {
        Map<String, Set<String>> theirs = silenced(server);
        int hits = 0;
        for (Posted silence : batch) {
            Set<String> ours = SilenceRules.preview(silence.matchers(), alerts).matches().stream()
                    .map(AlertKey::fingerprint)
                    .collect(Collectors.toSet());
            assertThat(theirs.getOrDefault(silence.id(), Set.of()))
                    .as("seed %d: %s", SEED, Matcher.toText(silence.matchers()))
                    .isEqualTo(ours);
            hits += ours.size();
        }
        return hits;
    }

    /** Id of a silence to the alerts that name it. */
    private static Map<String, Set<String>> silenced(AlertMember server) throws IOException {
        Map<String, Set<String>> byId = new LinkedHashMap<>();
        for (JsonNode alert : Http.get(server.url("/api/v2/alerts")).ok().json()) {
            for (JsonNode id : alert.path("status").path("silencedBy")) {
                byId.computeIfAbsent(id.asString(), one -> new HashSet<>())
                        .add(alert.path("fingerprint").asString());
            }
        }
        return byId;
    }

    /**
     * The silence, written as text, read back in the dialect of the server and posted; empty where the server refuses it. A
     * pattern that the server takes is one that we can read.
     */
    private static Optional<Posted> post(AlertMember server, List<Matcher> wanted, Dialect dialect) throws IOException {
        List<Map<String, Object>> wire = wanted.stream()
                .map(matcher -> Map.<String, Object>of(
                        "name", matcher.name(),
                        "value", matcher.value(),
                        "isRegex", matcher.op().regex(),
                        "isEqual", !matcher.op().negative()))
                .toList();
        Http.Reply reply = Http.post(
                server.url("/api/v2/silences"),
                Http.JSON.writeValueAsString(Map.of(
                        "matchers", wire,
                        "startsAt", "1970-01-01T00:00:00Z",
                        "endsAt", Clock.system().now().plusSeconds(3_600).toString(),
                        "createdBy", "proof",
                        "comment", "proof")));
        if (reply.status() / 100 != 2) {
            assertThat(reply.status()).isIn(400, 422);
            return Optional.empty();
        }
        try {
            List<Matcher> read = MatcherParser.list(Matcher.toText(wanted), dialect);
            assertThat(read).as("seed %d: read back", SEED).isEqualTo(wanted);
            return Optional.of(new Posted(reply.json().path("silenceID").asString(), read));
        } catch (MatcherSyntaxException e) {
            throw new AssertionError("the server takes what we cannot read: " + Matcher.toText(wanted), e);
        }
    }

    private static List<Alert> fire(AlertStage stage, AlertMember server, MatcherWords words) throws IOException {
        List<Map<String, Object>> wire = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            Map<String, String> labels = words.labels();
            labels.put("uid", "u" + i);
            wire.add(Map.of("labels", labels));
        }
        server.postAlerts(Http.JSON.writeValueAsString(wire));
        // newer ones list alerts by groups, which follow a post after a moment
        return await().atMost(Duration.ofSeconds(20)).until(() -> read(stage), alerts -> alerts.size() == ALERTS);
    }

    private static List<Alert> read(AlertStage stage) {
        return AlertBoard.of(List.of(Sources.value(stage.connector().poll())), SeverityMap.DEFAULT)
                .alerts();
    }
}
