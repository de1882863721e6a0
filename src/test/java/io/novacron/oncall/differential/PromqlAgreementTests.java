package io.novacron.oncall.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.Stale;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.PrometheusConfig;
import io.novacron.oncall.servers.PrometheusServer;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The estate's evaluator and a real Prometheus 3.8 give the same answers over the same samples, errors included. */
class PromqlAgreementTests {

    private static final long SEED = 20_251_122;
    /** Scrapes of the live page; it takes a second each. */
    private static final int SCRAPES = 30;

    private static final Duration EVALUATION_INTERVAL = Duration.ofSeconds(1);

    private record Difference(String name, PromqlCases.Asked asked, PromqlAnswer real, PromqlAnswer ours) {
        @Override
        public String toString() {
            return name + ": " + asked + "\n    real: " + shortened(real) + "\n    ours: " + shortened(ours);
        }

        private static String shortened(PromqlAnswer answer) {
            String text = answer.toString();
            return text.length() > 700 ? text.substring(0, 700) + "…" : text;
        }
    }

    @Test
    void everyFunctionAndOperatorAnswersLikePrometheus() throws IOException {
        long start = Math.floorDiv(Instant.now().toEpochMilli() - 3 * PromqlSamples.LENGTH, 3_600_000) * 3_600_000;
        MemoryStore store = new MemoryStore();
        PromqlSamples.fill(store, start, SEED);
        try (LivePage page = new LivePage()) {
            PrometheusConfig config = PrometheusConfig.empty()
                    .withInterval(EVALUATION_INTERVAL)
                    .withHistory(PromqlSamples.openMetrics(store))
                    .withScrape("live", page.port());
            try (PrometheusServer server = PrometheusServer.start(Servers.PROMETHEUS_3_8, config)) {
                long live = readLive(server, store);
                List<Difference> differences = compare(server, store, start, live);
                assertThat(differences)
                        .as("differences with seed " + SEED + " and start " + start)
                        .isEmpty();
            }
        }
    }

    private static List<Difference> compare(PrometheusServer server, MemoryStore store, long start, long live)
            throws IOException {
        Evaluation evaluation = new Evaluation(store, Duration.ofMinutes(5), EVALUATION_INTERVAL);
        List<Difference> differences = new ArrayList<>();
        PromqlTally tally = new PromqlTally();
        for (Map.Entry<String, List<String>> cases : PromqlCases.queries().entrySet()) {
            for (String query : cases.getValue()) {
                for (PromqlCases.Asked asked : asked(query, start, live)) {
                    PromqlAnswer real = PromqlAnswer.ofServer(server, asked);
                    PromqlAnswer ours = PromqlAnswer.ofEvaluator(evaluation, asked);
                    boolean ordered = asked.isInstant() && isOrdered(cases.getKey());
                    boolean agrees = ours.agrees(real, ordered);
                    tally.add(cases.getKey(), real, agrees);
                    if (!agrees) {
                        differences.add(new Difference(cases.getKey(), asked, real, ours));
                    }
                }
            }
        }
        System.out.println(tally);
        tally.check(0.8);
        return differences;
    }

    private static boolean isOrdered(String name) {
        return List.of("sort", "sort_desc").contains(name);
    }

    /** Each query at three moments of the history and over two ranges of it; what is scraped live around the last scrape. */
    private static List<PromqlCases.Asked> asked(String pattern, long start, long live) {
        boolean flaps = pattern.contains("flap_");
        String query = pattern.replace("%START%", String.valueOf((flaps ? live - 20_000 : start + 1_800_000) / 1000));
        if (flaps) {
            return List.of(
                    PromqlCases.Asked.at(query, live - 2_500),
                    PromqlCases.Asked.at(query, live - 6_500),
                    new PromqlCases.Asked(query, live - 40_000, live - 2_000, 700),
                    new PromqlCases.Asked(query, live - 27_000, live - 2_000, 5_000));
        }
        return List.of(
                PromqlCases.Asked.at(query, start + 2_833_500),
                PromqlCases.Asked.at(query, start + 5_400_000),
                PromqlCases.Asked.at(query, start + PromqlSamples.LENGTH + 100_000),
                new PromqlCases.Asked(query, start - 300_000, start + PromqlSamples.LENGTH + 600_000, 53_000),
                new PromqlCases.Asked(query, start + 600_000, start + 6_000_000, 900_000));
    }

    /**
     * Waits for enough scrapes and copies their samples into the store, with a staleness marker where a scrape did not see a
     * series any more. Answers the time of the last.
     */
    private static long readLive(PrometheusServer server, MemoryStore store) {
        await().atMost(Duration.ofSeconds(SCRAPES * 3L))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> server.query("count_over_time(up[5m])")
                                .path(0)
                                .path("value")
                                .path(1)
                                .asInt(0)
                        >= SCRAPES);
        Map<Labels, NavigableMap<Long, Double>> live = new TreeMap<>();
        try {
            String query = URLEncoder.encode("{job=\"live\"}[5m]", StandardCharsets.UTF_8);
            JsonNode result = Http.get(server.url("/api/v1/query?query=" + query))
                    .ok()
                    .json()
                    .path("data")
                    .path("result");
            result.forEach(series -> live.put(labels(series), samples(series)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        NavigableMap<Long, Double> scrapes = live.entrySet().stream()
                .filter(series -> series.getKey().get("__name__").equals("up"))
                .findFirst()
                .orElseThrow()
                .getValue();
        live.forEach((labels, samples) -> {
            for (long time : scrapes.keySet()) {
                boolean born = time >= samples.firstKey();
                if (born) {
                    store.put(labels, time, samples.getOrDefault(time, Stale.MARKER));
                }
            }
        });
        return scrapes.lastKey();
    }

    private static Labels labels(JsonNode series) {
        Map<String, String> labels = new TreeMap<>();
        series.path("metric").forEachEntry((name, value) -> labels.put(name, value.asString()));
        return Labels.of(labels);
    }

    private static NavigableMap<Long, Double> samples(JsonNode series) {
        NavigableMap<Long, Double> samples = new TreeMap<>();
        series.path("values")
                .forEach(point -> samples.put(
                        Math.round(point.path(0).asDouble() * 1000),
                        Double.parseDouble(point.path(1).asString())));
        return samples;
    }
}
