package io.novacron.oncall.demo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.PromQl;
import io.novacron.oncall.demo.promql.Stale;
import io.novacron.oncall.demo.promql.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleEngineTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Labels EXTERNAL = Labels.of(Map.of("cluster", "eu", "replica", "a"));
    private static final String RULES = """
            groups:
              - name: g
                interval: 15s
                rules:
                  - record: job:up:sum
                    expr: sum by (job) (up)
                    labels: {team: core}
                  - record: job:up:double
                    expr: job:up:sum * 2
                  - alert: Down
                    expr: up == 0
                    for: 1m
                  - alert: LongDown
                    expr: up == 0
                    for: 20m
                  - alert: Watchdog
                    expr: vector(1)
                  - alert: Ambiguous
                    expr: up * on () up
            """;

    private final ManualClock clock = new ManualClock(START);
    private long downFrom = Long.MAX_VALUE;
    private long downUntil = Long.MAX_VALUE;
    private final WrittenSeries series = new WrittenSeries()
            .with(Map.of("__name__", "up", "job", "api", "instance", "a"), _ -> 1)
            .with(Map.of("__name__", "up", "job", "api", "instance", "b"), time -> down(time) ? 0 : 1)
            .with(Map.of("__name__", "up", "job", "gone", "instance", "c"), time -> down(time) ? Stale.MARKER : 1);

    @Test
    void aRecordedSeriesIsReadableAndALaterRuleOfTheGroupReadsIt() {
        RuleEngine engine = engine(Past.none(START.toEpochMilli()));
        run(engine, 60);
        assertThat(query(engine, "job:up:sum"))
                .containsOnlyKeys(
                        Labels.of(Map.of("__name__", "job:up:sum", "job", "api", "team", "core")),
                        Labels.of(Map.of("__name__", "job:up:sum", "job", "gone", "team", "core")))
                .containsValue(2.0);
        assertThat(query(engine, "job:up:double{job=\"api\"}")).containsValue(4.0);
        assertThat(query(engine, "count_over_time(job:up:sum{job=\"api\"}[1m])"))
                .containsValue(4.0);
    }

    @Test
    void aRecordedSeriesEndsWhenItsExpressionDoes() {
        RuleEngine engine = engine(Past.none(START.toEpochMilli()));
        run(engine, 60);
        down(61, 1_000);
        run(engine, 30);
        assertThat(query(engine, "job:up:sum")).hasSize(1);
        run(engine, 1_000);
        assertThat(query(engine, "job:up:sum")).hasSize(2);
    }

    @Test
    void alertsAreSeriesThatChangeTheirState() {
        RuleEngine engine = engine(Past.none(START.toEpochMilli()));
        run(engine, 60);
        assertThat(query(engine, "ALERTS{alertname=\"Down\"}")).isEmpty();
        down(61, 200);
        run(engine, 30);
        assertThat(query(engine, "ALERTS{alertname=\"Down\"}")).containsOnlyKeys(alert("Down", "pending"));
        run(engine, 75);
        assertThat(query(engine, "ALERTS{alertname=\"Down\"}")).containsOnlyKeys(alert("Down", "firing"));
        double activeAt = query(engine, "ALERTS_FOR_STATE{alertname=\"Down\"}")
                .values()
                .iterator()
                .next();
        assertThat(activeAt).isBetween(START.getEpochSecond() + 61.0, START.getEpochSecond() + 76.0);
        run(engine, 60);
        assertThat(query(engine, "ALERTS{alertname=\"Down\"}")).isEmpty();
        assertThat(query(engine, "max_over_time(ALERTS{alertname=\"Down\"}[5m])"))
                .hasSize(2);
    }

    @Test
    void eachReplicaHasItsOwnEvaluationTimesAWholeIntervalApart() {
        RuleEngine engine = engine(Past.none(START.toEpochMilli()));
        RuleEngine other = new RuleEngine(
                RuleFile.parse("t.yml", RULES, Duration.ofSeconds(15)),
                series,
                Labels.of(Map.of("cluster", "eu", "replica", "b")),
                Past.none(START.toEpochMilli()),
                clock);
        for (int i = 0; i < 60; i++) {
            clock.advance(Duration.ofSeconds(1));
            engine.tick(clock.now());
            other.tick(clock.now());
        }
        Value.Series samples = matrix(engine, "job:up:sum{job=\"api\"}[1m]").getFirst();
        assertThat(samples.times()[1] - samples.times()[0]).isEqualTo(15_000);
        assertThat(matrix(other, "job:up:sum{job=\"api\"}[1m]").getFirst().times())
                .isNotEqualTo(samples.times());
    }

    @Test
    void aRuleThatCannotBeComputedSaysWhyAndTheOthersGoOn() {
        RuleEngine engine = engine(Past.none(START.toEpochMilli()));
        run(engine, 30);
        assertThat(engine.reports().getFirst().rules())
                .filteredOn(rule -> rule.rule().name().equals("Ambiguous"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.health()).isEqualTo("err");
                    assertThat(rule.lastError()).contains("many-to-many");
                });
        assertThat(engine.reports().getFirst().rules())
                .filteredOn(rule -> rule.rule().name().equals("Watchdog"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.health()).isEqualTo("ok");
                    assertThat(rule.phase()).isEqualTo(AlertPhase.FIRING);
                });
    }

    @Test
    void anAlertIsSentWhenItFiresAgainAfterAMinuteAndWhenItEnds() {
        RuleEngine engine = engine(Past.none(START.toEpochMilli()));
        down(1, 200);
        List<DueAlert> sent = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            clock.advance(Duration.ofSeconds(1));
            engine.tick(clock.now()).stream()
                    .filter(due -> due.rule().name().equals("Down"))
                    .forEach(sent::add);
        }
        assertThat(sent).hasSizeBetween(3, 5);
        assertThat(sent.getFirst().alert().phase()).isEqualTo(AlertPhase.FIRING);
        assertThat(sent).filteredOn(due -> due.alert().resolvedAt() != null).isNotEmpty();
    }

    @Test
    void afterARestartAShortWaitBeginsAnewAndALongOneGoesOn() {
        RuleEngine engine = engine(Past.none(START.toEpochMilli()));
        down(1, 100_000);
        run(engine, 15 * 60);
        engine.restart();
        clock.advance(Duration.ofMinutes(2));
        run(engine, 45);
        assertThat(activeAt(engine, "Down")).isAfter(START.plus(Duration.ofMinutes(16)));
        // five minutes were left, so ten more are waited
        assertThat(activeAt(engine, "LongDown"))
                .isBetween(START.plus(Duration.ofMinutes(7)), START.plus(Duration.ofMinutes(8)));
    }

    @Test
    void beforeTheStartRecordedSeriesAreComputedMinuteByMinute() {
        RuleEngine engine = engine(new Past(before(600), List::of, _ -> false));
        run(engine, 30);
        Value.Series past = matrix(engine, "job:up:sum{job=\"api\"}[1h]").getFirst();
        assertThat(past.times()).hasSizeGreaterThan(58);
        assertThat(past.times()[1] - past.times()[0]).isEqualTo(60_000);
        assertThat(past.values()).containsOnly(2);
        assertThat(matrix(engine, "job:up:sum[1000h]").getFirst().times()[0]).isGreaterThan(before(600));
    }

    @Test
    void whatFiredInAPastIncidentIsComputedAndNothingElseFiredButTheWatchdog() {
        down(-3_600, -1_800);
        RuleEngine engine = engine(new Past(before(600), () -> List.of(new Span(before(60), before(30))), _ -> false));
        run(engine, 30);
        List<Value.Series> fired = matrix(engine, "ALERTS{alertname=\"Down\", alertstate=\"firing\"}[3h]");
        assertThat(fired).hasSize(1);
        assertThat(fired.getFirst().times()[0]).isEqualTo(before(59));
        assertThat(fired.getFirst().times()).hasSize(29);
        assertThat(matrix(engine, "ALERTS[3h]"))
                .extracting(one -> one.labels().get("alertname"))
                .containsOnly("Down", "LongDown", "Watchdog");
        assertThat(matrix(engine, "ALERTS{alertname=\"Watchdog\"}[3h]")
                        .getFirst()
                        .times())
                .hasSizeGreaterThan(175);
    }

    @Test
    void aReplicaThatWasDownHasRecordedNothingThen() {
        RuleEngine engine = engine(new Past(before(600), List::of, time -> time >= before(20) && time < before(10)));
        run(engine, 30);
        assertThat(matrix(engine, "job:up:sum{job=\"api\"}[30m]").getFirst().times())
                .hasSizeBetween(19, 22)
                .doesNotContain(before(20), before(15), before(11))
                .contains(before(21), before(10));
    }

    private RuleEngine engine(Past past) {
        return new RuleEngine(RuleFile.parse("t.yml", RULES, Duration.ofSeconds(15)), series, EXTERNAL, past, clock);
    }

    private void run(RuleEngine engine, int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            engine.tick(clock.now());
        }
    }

    private void down(int fromSecond, int untilSecond) {
        downFrom = START.getEpochSecond() + fromSecond;
        downUntil = START.getEpochSecond() + untilSecond;
    }

    private boolean down(double time) {
        return time >= downFrom && time < downUntil;
    }

    private static long before(int minutes) {
        return START.minus(Duration.ofMinutes(minutes)).toEpochMilli();
    }

    private static Labels alert(String name, String state) {
        return Labels.of(
                Map.of("__name__", "ALERTS", "alertname", name, "alertstate", state, "instance", "b", "job", "api"));
    }

    private static Instant activeAt(RuleEngine engine, String alert) {
        return engine.reports().getFirst().rules().stream()
                .filter(rule -> rule.rule().name().equals(alert))
                .flatMap(rule -> rule.alerts().stream())
                .findFirst()
                .orElseThrow()
                .activeAt();
    }

    private Map<Labels, Double> query(RuleEngine engine, String query) {
        Map<Labels, Double> values = new LinkedHashMap<>();
        Value.Vector vector = (Value.Vector)
                new Evaluation(engine).instant(PromQl.parse(query), clock.now().toEpochMilli());
        vector.elements().forEach(element -> values.put(element.labels(), element.value()));
        return values;
    }

    private List<Value.Series> matrix(RuleEngine engine, String query) {
        return ((Value.Matrix) new Evaluation(engine)
                        .instant(PromQl.parse(query), clock.now().toEpochMilli()))
                .series();
    }
}
