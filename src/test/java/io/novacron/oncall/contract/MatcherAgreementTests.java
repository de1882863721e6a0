package io.novacron.oncall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The console and a running Alertmanager decide alike: which texts are matchers, and which alerts they hit. Alertmanager is
 * asked by {@code filter=} on its alerts, an older one in the classic dialect and a newer one in the fallback.
 */
class MatcherAgreementTests {

    private static final long SEED = 20261122;
    private static final int DECISIONS = 1200;
    private static final int TEXTS = 2000;

    @ParameterizedTest
    @CsvSource({"SINGLE_0_25,CLASSIC", "SINGLE_0_34,FALLBACK", "SINGLE_ESTATE,FALLBACK"})
    void matchersHitTheSameAlerts(AlertStage.Kind kind, Dialect dialect) throws IOException {
        MatcherWords words = new MatcherWords(new Random(SEED), dialect);
        try (AlertStage stage = AlertStage.open(kind, AlertmanagerServer.QUIET_CONFIG)) {
            AlertMember server = stage.servers().getFirst();
            List<Labels> alerts = post(server, words);
            int hits = 0;
            int refused = 0;
            for (int i = 0; i < DECISIONS; i++) {
                List<String> texts =
                        words.matchers().stream().map(Matcher::toText).toList();
                Optional<Set<String>> ours = ours(texts, dialect, alerts);
                assertThat(ours).as("seed %d, %d: filters %s", SEED, i, texts).isEqualTo(theirs(server, texts));
                hits += ours.map(Set::size).orElse(0);
                refused += ours.isEmpty() ? 1 : 0;
            }
            assertThat(hits)
                    .as("decisions for yes, of %d", DECISIONS * alerts.size())
                    .isGreaterThan(DECISIONS);
            assertThat(refused).as("patterns refused by both").isBetween(1, DECISIONS / 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"SINGLE_0_25,CLASSIC", "SINGLE_0_34,FALLBACK", "SINGLE_ESTATE,FALLBACK"})
    void textsAreMatchersForBothOrForNeither(AlertStage.Kind kind, Dialect dialect) throws IOException {
        MatcherWords words = new MatcherWords(new Random(SEED), dialect);
        try (AlertStage stage = AlertStage.open(kind, AlertmanagerServer.QUIET_CONFIG)) {
            AlertMember server = stage.servers().getFirst();
            List<Labels> alerts = post(server, words);
            int accepted = 0;
            for (int i = 0; i < TEXTS; i++) {
                List<String> text = List.of(words.text());
                Optional<Set<String>> ours = ours(text, dialect, alerts);
                assertThat(ours).as("seed %d, %d: filter %s", SEED, i, text).isEqualTo(theirs(server, text));
                accepted += ours.isPresent() ? 1 : 0;
            }
            assertThat(accepted).as("texts that are matchers").isBetween(TEXTS / 10, TEXTS - TEXTS / 10);
        }
    }

    /** Alerts with hostile labels, each with a label {@code uid} of its own. */
    private static List<Labels> post(AlertMember server, MatcherWords words) throws IOException {
        List<Labels> alerts = new ArrayList<>();
        List<Map<String, Object>> wire = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Map<String, String> labels = words.labels();
            labels.put("uid", "u" + i);
            alerts.add(Labels.of(labels));
            wire.add(Map.of("labels", labels));
        }
        server.postAlerts(Http.JSON.writeValueAsString(wire));
        assertThat(Http.get(server.url("/api/v2/alerts")).ok().json()).hasSize(alerts.size());
        return alerts;
    }

    /** The uids that we say are hit; empty where a text is no matcher. */
    private static Optional<Set<String>> ours(List<String> texts, Dialect dialect, List<Labels> alerts) {
        try {
            List<Matcher> matchers = new ArrayList<>();
            for (String text : texts) {
                matchers.add(MatcherParser.one(text, dialect));
            }
            Matching matching = Matching.of(matchers);
            Set<String> hit = new TreeSet<>();
            alerts.stream().filter(matching::matches).forEach(labels -> hit.add(labels.get("uid")));
            return Optional.of(hit);
        } catch (MatcherSyntaxException e) {
            assertThat(e.column()).isPositive();
            return Optional.empty();
        }
    }

    /** The uids that the server lists; empty where it refuses the filter. */
    private static Optional<Set<String>> theirs(AlertMember server, List<String> texts) throws IOException {
        StringBuilder query = new StringBuilder("/api/v2/alerts?active=true");
        for (String text : texts) {
            query.append("&filter=").append(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        Http.Reply reply = Http.get(server.url(query.toString()));
        if (reply.status() == 400) {
            return Optional.empty();
        }
        Set<String> hit = new TreeSet<>();
        for (JsonNode alert : reply.ok().json()) {
            hit.add(alert.path("labels").path("uid").asString());
        }
        return Optional.of(hit);
    }
}
