package io.novacron.oncall.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.servers.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The estate's HTTP API answers as a real Prometheus 3.8 does: status, content type and JSON, errors included. */
class PrometheusApiAgreementTests {

    private static final long STEP = 15_000;
    private static final int SAMPLES = 80;
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1.5",
            "1234567",
            "123456",
            "0.00001",
            "123456789.5",
            "3725",
            "90061.5",
            "0.0123456",
            "999.96",
            "12345",
            "-2048",
            "0.0000001",
            "NaN",
            "+Inf",
            "25000000000",
            "0.1 + 0.2",
            "123456789012345680");
    private static final Map<String, String> TEMPLATES = Map.of(
            "bare", "{{ $value }}",
            "humanize", "{{ $value | humanize }}",
            "binary", "{{ humanize1024 $value }}",
            "percentage", "{{ $value | humanizePercentage }}",
            "fixed", "{{ printf \"%.2f %6.1f|%-9.3f| %e %g\" $value $value $value $value $value }}",
            "odd", "{{ printf \"%s %d %q %05.1f %+.1f\" $value $value \"x\" $value $value }}",
            "labels", "{{ $labels.job }}|{{ $labels.nope }}|{{ $externalLabels.cluster }} {{- \" x \" -}} |");

    private static @Nullable PrometheusPair opened;
    private static long start;

    @BeforeAll
    static void open() {
        start = Math.floorDiv(Clock.system().now().toEpochMilli() - 7_200_000, 60_000) * 60_000;
        MemoryStore store = new MemoryStore();
        for (int i = 0; i < SAMPLES; i++) {
            long time = start + i * STEP;
            put(store, time, i % 7, "__name__", "up", "job", "api", "instance", "a");
            put(store, time, i % 5, "__name__", "up", "job", "api", "instance", "b", "zone", "ü <x>");
            put(store, time, 1e21 + i, "__name__", "big_total", "job", "db");
            put(store, time, i == 40 ? Double.NaN : i / 3e7, "__name__", "small", "job", "db");
        }
        opened = PrometheusPair.start(store, rules());
        opened.evaluate();
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void queriesOfOneMomentAgree() {
        String at = "&time=" + (start + 600_000) / 1000;
        String half = "&time=" + (start + 600_000) / 1000 + ".56";
        agree(List.of(
                "query?query=up" + at,
                "query?query=up" + half,
                "query?query=" + encoded("{__name__=~\"up|small\"}") + at,
                "query?query=" + encoded("sort_desc(up)") + at,
                "query?query=" + encoded("1 / 3") + half,
                "query?query=" + encoded("\"text\"") + at,
                "query?query=" + encoded("up[2m]") + at,
                "query?query=" + encoded("small / 0") + at,
                "query?query=" + encoded("big_total * 1000") + at,
                "query?query=no_such_metric" + at,
                "query?query=" + encoded("sort(up)") + "&limit=1" + at,
                "query?query=" + encoded("up[1m]") + "&limit=1" + at,
                "query?query=up&limit=0" + at,
                "query?query=up&lookback_delta=1s" + half,
                "query?query=up&lookback_delta=1h&time=" + (start + 3_000_000) / 1000,
                "query?query=up&timeout=10s" + at,
                "query?query=up&time=1970-01-01T00:00:10Z",
                "query?query=up&time=1"));
    }

    @Test
    void queriesOverARangeAgree() {
        String range = "&start=" + start / 1000 + "&end=" + (start + 1_500_000) / 1000;
        agree(List.of(
                "query_range?query=up&step=60" + range,
                "query_range?query=up&step=1m30s" + range,
                "query_range?query=" + encoded("rate(big_total[1m])") + "&step=13" + range,
                "query_range?query=small&step=30" + range,
                "query_range?query=1&start=1.5&end=3&step=1",
                "query_range?query=up&limit=1&step=60" + range,
                "query_range?query=up&step=0.5&start=" + (start + 2_000) / 1000 + ".25&end=" + (start + 4_000) / 1000,
                "query_range?query=no_such_metric&step=60" + range,
                "query_range?query=up&start=1&end=11001&step=1"));
    }

    @Test
    void whatIsWrongIsRefusedAlike() {
        agree(List.of(
                "query",
                "query?query=up&time=xx",
                "query?query=up&timeout=xx",
                "query?query=up&limit=x",
                "query?query=up&limit=-1",
                "query?query=up&lookback_delta=xx",
                "query?query=" + encoded("up(") + "&time=1",
                "query?query=" + encoded("up{") + "&time=1",
                "query?query=" + encoded("nofunc(up)") + "&time=1",
                "query?query=" + encoded("rate(up)") + "&time=1",
                "query?query=" + encoded("{x=\"\"}") + "&time=1",
                "query_range",
                "query_range?query=up&start=1",
                "query_range?query=up&start=1&end=2",
                "query_range?query=up&start=1&end=2&step=x",
                "query_range?query=up&start=1&end=2&step=0",
                "query_range?query=up&start=1&end=2&step=-1",
                "query_range?query=up&start=5&end=2&step=1",
                "query_range?query=up&start=1&end=11002&step=1",
                "query_range?query=" + encoded("up[1m]") + "&start=1&end=2&step=1",
                "query_range?query=" + encoded("\"x\"") + "&start=1&end=2&step=1",
                "series",
                "series?match[]=up&start=x",
                "series?match[]=" + encoded("{x=~\"\"}"),
                "labels?match[]=" + encoded("{x=~\"\"}"),
                "label/job/values?match[]=" + encoded("{x=\"\"}"),
                "series?match[]=up&limit=x",
                "rules?type=x",
                "rules?exclude_alerts=zz",
                "metadata?limit=x",
                "nope",
                "status/nope",
                "label/job",
                "query/x"));
        assertThat(pair().delete("/api/v1/query")).matches(answers -> !answers.differ());
        assertThat(pair().delete("/api/v1/rules")).matches(answers -> !answers.differ());
        assertThat(pair().get("/nope")).matches(answers -> !answers.differ());
    }

    @Test
    void seriesLabelsAndValuesAgree() {
        String window = "&start=" + start / 1000 + "&end=" + (start + 1_200_000) / 1000;
        agree(List.of(
                "series?match[]=up" + window,
                "series?match[]=up&match[]=small" + window,
                "series?match[]=" + encoded("{job=\"db\"}") + window,
                "series?match[]=up&limit=1" + window,
                "series?match[]=up&start=1&end=2",
                "series?match[]=up&start=9&end=2",
                "series?match[]=nope" + window,
                "labels?match[]=up" + window,
                "labels?match[]=up&limit=2" + window,
                "labels?start=1&end=2",
                "label/instance/values?match[]=up" + window,
                "label/job/values?match[]=up&match[]=small" + window,
                "label/job/values?match[]=small&limit=1" + window,
                "label/zone/values?match[]=up" + window,
                "label/no-such/values?match[]=up" + window,
                "label/job/values?start=1&end=2"));
    }

    @Test
    void formsAgree() {
        String at = "&time=" + (start + 600_000) / 1000;
        List<PrometheusPair.Answers> different = new ArrayList<>();
        for (PrometheusPair.Answers answers : List.of(
                pair().post("/api/v1/query", "query=" + encoded("up + 1") + at),
                pair().post("/api/v1/query_range", "query=up&step=60&start=1&end=100"),
                pair().post("/api/v1/series", "match[]=up&start=1&end=2"),
                pair().post("/api/v1/labels", "start=1&end=2"),
                pair().post("/api/v1/query", ""),
                pair().post("/api/v1/rules", ""),
                pair().get("/-/healthy"),
                pair().get("/-/ready"))) {
            if (answers.differ()) {
                different.add(answers);
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void rulesAndTheirAlertsAgreeButForTheirTimes() {
        for (String path : List.of(
                "rules",
                "rules?type=alert",
                "rules?type=record",
                "rules?exclude_alerts=true",
                "rules?rule_name[]=Waiting",
                "rules?rule_group[]=nope",
                "rules?rule_group[]=states&type=alert",
                "rules?match[]=" + encoded("{severity=\"critical\"}"))) {
            PrometheusPair.Answers answers = pair().get("/api/v1/" + path);
            assertThat(timeless(answers.ours().json()))
                    .as(path)
                    .isEqualTo(timeless(answers.real().json()));
        }
    }

    /** In any order: a real Prometheus walks its groups in another order at each call. */
    @Test
    void alertsAgreeButForTheirTimesAndOrder() {
        PrometheusPair.Answers answers = pair().get("/api/v1/alerts");
        assertThat(alerts(answers.ours().json()))
                .hasSizeGreaterThan(NUMBERS.size())
                .containsExactlyInAnyOrderElementsOf(alerts(answers.real().json()));
    }

    @Test
    void whatAlertsAndRulesRecordAgrees() {
        // a real Prometheus writes ALERTS from the second evaluation on
        for (String query : List.of("ALERTS", "recorded", "recorded:labelled", "count(ALERTS_FOR_STATE)")) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                PrometheusPair.Answers answers = pair().get("/api/v1/query?query=" + encoded(query));
                assertThat(sorted(answers.ours().json()))
                        .as(query)
                        .isNotEmpty()
                        .isEqualTo(sorted(answers.real().json()));
            });
        }
    }

    private static void agree(List<String> paths) {
        List<PrometheusPair.Answers> different = new ArrayList<>();
        for (String path : paths) {
            PrometheusPair.Answers answers = pair().get("/api/v1/" + path);
            if (answers.differ()) {
                different.add(answers);
            }
        }
        assertThat(different).as("of " + paths.size() + " requests").isEmpty();
    }

    /** The metrics of a vector with their values, in one order. */
    private static JsonNode sorted(JsonNode answer) {
        Map<String, JsonNode> byMetric = new TreeMap<>();
        for (JsonNode element : answer.path("data").path("result")) {
            byMetric.put(
                    element.path("metric").toString(), element.path("value").path(1));
        }
        ObjectNode all = Http.JSON.createObjectNode();
        byMetric.forEach(all::set);
        return all;
    }

    private static List<JsonNode> alerts(JsonNode answer) {
        List<JsonNode> alerts = new ArrayList<>();
        timeless(answer).path("data").path("alerts").forEach(alerts::add);
        return alerts;
    }

    private static JsonNode timeless(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("evaluationTime", "lastEvaluation", "activeAt", "file"));
            object.forEach(PrometheusApiAgreementTests::timeless);
        } else if (node instanceof ArrayNode array) {
            array.forEach(PrometheusApiAgreementTests::timeless);
        }
        return node;
    }

    private static String rules() {
        StringBuilder yaml = new StringBuilder("""
                groups:
                  - name: states
                    interval: 1s
                    rules:
                      - record: recorded
                        expr: vector(2)
                      - record: recorded:labelled
                        expr: recorded * 3
                        labels: {team: core}
                      - alert: Waiting
                        expr: recorded == 2
                        for: 1h
                        labels: {severity: critical}
                      - alert: Quiet
                        expr: recorded > 2
                        keep_firing_for: 5m
                      - alert: Broken
                        expr: recorded * on () {__name__=~"recorded|recorded:labelled"}
                  - name: templates
                    interval: 1s
                    rules:
                """);
        for (int i = 0; i < NUMBERS.size(); i++) {
            yaml.append("      - alert: T")
                    .append(i)
                    .append("\n        expr: label_replace(vector(")
                    .append(NUMBERS.get(i))
                    .append("), \"job\", \"x\", \"\", \"\")\n        labels: {v: '{{ $value | humanizeDuration }}'}\n")
                    .append("        annotations:\n");
            TEMPLATES.forEach((name, template) -> yaml.append("          ")
                    .append(name)
                    .append(": '")
                    .append(template)
                    .append("'\n"));
        }
        return yaml.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void put(MemoryStore store, long time, double value, String... labels) {
        store.put(PrometheusPair.labels(labels), time, value);
    }

    private static PrometheusPair pair() {
        return Objects.requireNonNull(opened);
    }
}
