package io.novacron.oncall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.metric.RuleAlert;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the console relies on when it reads a Prometheus. */
@ParameterizedClass
@EnumSource(MetricStage.Kind.class)
class MetricSourceContractTests {

    private static @Nullable MetricStage opened;

    @Parameter
    MetricStage.Kind kind = MetricStage.Kind.PROMETHEUS_3_8;

    @BeforeParameterizedClassInvocation
    static void open(MetricStage.Kind kind) {
        opened = MetricStage.open(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    @Test
    void aPollBringsVersionRulesAlertsAndTargets() {
        MetricAnswer answer = settled();
        assertThat(answer.version()).startsWith(kind == MetricStage.Kind.PROMETHEUS_2_42 ? "2.42" : "3.8");
        assertThat(answer.rules())
                .extracting(Rule::name)
                .containsExactly("job:up:sum", "Watchdog", "TargetDown", "TargetLongDown", "Never", "Broken");
        assertThat(answer.rules()).extracting(Rule::group).containsOnly("contract");
    }

    @Test
    void aRuleSaysItsKindStateWaitAndTemplates() {
        MetricAnswer answer = settled();
        assertThat(rule(answer, "job:up:sum")).satisfies(rule -> {
            assertThat(rule.kind()).isEqualTo("recording");
            assertThat(rule.query()).isEqualTo("sum by (job) (up)");
            assertThat(rule.labels().get("team")).isEqualTo("core");
        });
        assertThat(rule(answer, "TargetLongDown")).satisfies(rule -> {
            assertThat(rule.kind()).isEqualTo("alerting");
            assertThat(rule.state()).isEqualTo("pending");
            assertThat(rule.holdFor()).isEqualTo(Duration.ofHours(1));
        });
        assertThat(rule(answer, "TargetDown").annotations()).containsEntry("summary", "{{ $labels.job }} is down");
        assertThat(rule(answer, "TargetDown").state()).isEqualTo("firing");
        assertThat(rule(answer, "Never").state()).isEqualTo("inactive");
        assertThat(answer.rules()).allSatisfy(rule -> {
            assertThat(rule.lastEvaluation())
                    .isBetween(
                            Clock.system().now().minusSeconds(60),
                            Clock.system().now().plusSeconds(5));
            assertThat(rule.evaluationTime()).isLessThan(Duration.ofSeconds(10));
        });
    }

    @Test
    void itsConfigurationSaysWhatBecomesOfAnAlertOnTheWay() {
        List<AlertSending> sendings = Sources.value(stage().connector().sendings());
        assertThat(sendings).singleElement().satisfies(sending -> {
            assertThat(sending.externalLabels().get("cluster")).isEqualTo("eu-west");
            assertThat(sending.externalLabels().get("replica")).isEqualTo("a");
        });
    }

    @Test
    void aRuleThatFailsSaysWhy() {
        Rule broken = rule(settled(), "Broken");
        assertThat(broken.health()).isEqualTo("err");
        assertThat(broken.lastError()).contains("found duplicate series for the match group {}");
    }

    @Test
    void anAlertCarriesItsLabelsWithoutTheExternalOnes() {
        MetricAnswer answer = settled();
        RuleAlert down = alert(answer, "TargetDown");
        assertThat(down.state()).isEqualTo("firing");
        assertThat(down.labels().get("severity")).isEqualTo("critical");
        assertThat(down.labels().has("cluster")).isFalse();
        assertThat(down.labels().has("__name__")).isFalse();
        assertThat(down.annotations()).containsEntry("summary", down.labels().get("job") + " is down");
        assertThat(Double.parseDouble(down.value())).isZero();
        assertThat(down.activeAt()).isBefore(Clock.system().now().plusSeconds(1));
        assertThat(alert(answer, "TargetLongDown").state()).isEqualTo("pending");
        assertThat(alert(answer, "Watchdog").annotations()).containsEntry("summary", "alive, 1");
    }

    @Test
    void aTargetSaysWhetherItAnswersAndWhyNot() {
        MetricAnswer answer = settled();
        assertThat(answer.targets()).anySatisfy(target -> {
            assertThat(target.health()).isEqualTo("up");
            assertThat(target.lastError()).isEmpty();
            assertThat(target.scrapeUrl()).startsWith("http://").endsWith("/metrics");
        });
        assertThat(answer.targets()).anySatisfy(target -> {
            assertThat(target.health()).isEqualTo("down");
            assertThat(target.lastError()).contains("connection refused");
        });
        assertThat(answer.targets()).allSatisfy(target -> {
            assertThat(target.labels().get("job")).isNotEmpty();
            assertThat(target.labels().get("instance")).isNotEmpty();
            assertThat(target.lastScrape()).isNotNull();
        });
    }

    @Test
    void eachTypeOfResultIsToldApart() {
        settled();
        assertThat(query("1 + 1").type()).isEqualTo(QueryResult.Type.SCALAR);
        assertThat(query("1 + 1").series().getFirst().points())
                .extracting(Point::text)
                .containsExactly("2");
        assertThat(query("\"a\"").type()).isEqualTo(QueryResult.Type.STRING);
        assertThat(query("up").type()).isEqualTo(QueryResult.Type.VECTOR);
        assertThat(query("up[1m]").type()).isEqualTo(QueryResult.Type.MATRIX);
        assertThat(query("up[1m]").series().getFirst().points()).isNotEmpty();
        assertThat(query("no_such_metric").series()).isEmpty();
    }

    @Test
    void numbersThatAreNoneComeThrough() {
        assertThat(values("vector(0) / 0")).containsExactly(Double.NaN);
        assertThat(values("vector(1) / 0")).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(values("vector(-1) / 0")).containsExactly(Double.NEGATIVE_INFINITY);
        assertThat(values("vector(0.1) + 0.2")).containsExactly(0.1 + 0.2);
        assertThat(values("vector(1e-9) / 3")).containsExactly(1e-9 / 3);
        assertThat(values("vector(123456789e12)")).containsExactly(123456789e12);
    }

    @Test
    void aQueryIsAnsweredForItsTime() {
        Instant time = Instant.parse("2026-01-02T03:04:05.600Z");
        QueryResult result = Sources.value(stage().connector().query("time()", time));
        assertThat(result.series().getFirst().points().getFirst()).isEqualTo(new Point(1767323045.6, "1767323045.6"));
    }

    @Test
    void aRangeIsAnsweredAtItsStartAndEachStepUpToItsEnd() {
        Instant start = Instant.parse("2026-01-02T03:04:05.300Z");
        QueryResult result = Sources.value(
                stage().connector().range("time()", start, start.plusMillis(4_500), Duration.ofSeconds(2)));
        assertThat(result.type()).isEqualTo(QueryResult.Type.MATRIX);
        assertThat(result.series().getFirst().points())
                .containsExactly(
                        new Point(1767323045.3, "1767323045.3"),
                        new Point(1767323047.3, "1767323047.3"),
                        new Point(1767323049.3, "1767323049.3"));
        assertThat(Sources.value(stage().connector()
                                .range("no_such_metric", start, start.plusSeconds(60), Duration.ofSeconds(5)))
                        .series())
                .isEmpty();
        SourceError tooMany = Sources.error(
                stage().connector().range("time()", start, start.plusSeconds(11_002), Duration.ofSeconds(1)));
        assertThat(((SourceError.Rejected) tooMany).status()).isEqualTo(400);
    }

    @Test
    void whatWasRecordedAndWhatFiresAreSeries() {
        settled();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(query("job:up:sum{team=\"core\"}").series()).isNotEmpty();
            assertThat(query("ALERTS{alertname=\"TargetDown\", alertstate=\"firing\"}")
                            .series())
                    .isNotEmpty();
            assertThat(query("ALERTS_FOR_STATE{alertname=\"TargetLongDown\"}").series())
                    .isNotEmpty();
        });
    }

    @Test
    void aQueryThatIsWrongIsRefusedWithTheServersWords() {
        assertThat(refused("up(").status()).isEqualTo(400);
        assertThat(refused("up(").text()).contains("bad_data", "parse error");
        assertThat(refused("up * on () up").status()).isEqualTo(422);
        assertThat(refused("up * on () up").text())
                .contains("execution", "found duplicate series for the match group {}");
    }

    @Test
    void aQueryTooLongForAnAddressIsAnswered() {
        String many = IntStream.range(0, 1_000).mapToObj(i -> "instance-" + i).collect(Collectors.joining("|"));
        assertThat(query("count(up{instance!~\"" + many + "\"})").series()).hasSize(1);
    }

    /** The answer once every rule has been evaluated on targets that have been scraped. */
    private MetricAnswer settled() {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Sources.value(stage().connector().poll()),
                        answer -> answer.targets().stream()
                                        .noneMatch(one -> one.health().equals("unknown"))
                                && List.of("TargetDown", "TargetLongDown").stream()
                                        .allMatch(name -> answer.alerts().stream()
                                                .anyMatch(one -> one.labels()
                                                        .get("alertname")
                                                        .equals(name)))
                                && rule(answer, "Broken").health().equals("err"));
    }

    private List<Double> values(String query) {
        return query(query).series().stream()
                .map(Series::points)
                .map(points -> points.getFirst().value())
                .toList();
    }

    private QueryResult query(String query) {
        return Sources.value(stage().connector().query(query, null));
    }

    private SourceError.Rejected refused(String query) {
        return (SourceError.Rejected) Sources.error(stage().connector().query(query, null));
    }

    private static Rule rule(MetricAnswer answer, String name) {
        return answer.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RuleAlert alert(MetricAnswer answer, String name) {
        return answer.alerts().stream()
                .filter(alert -> alert.labels().get("alertname").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MetricStage stage() {
        return Objects.requireNonNull(opened);
    }
}
