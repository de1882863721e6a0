package io.novacron.oncall.demo.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.novacron.oncall.core.alert.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTests {

    private static final double GAP = Samples.GAP;
    private static final double NAN = Double.NaN;

    private final Samples store = new Samples()
            .with("climb_total", Map.of("node", "a"), 0, 10, 20, 30, 40, 50, 60)
            .with("reset_total", Map.of("node", "a"), 100, 110, 5, 15, 25, 35, 45)
            .with("late_total", Map.of("node", "a"), GAP, GAP, GAP, GAP, 100, 110, 120)
            .with("gone", Map.of("node", "a"), 1, 2, 3, Stale.MARKER)
            .with("load", Map.of("node", "a"), 1, 2, 3, 4, 5, 6, 7)
            .with("load", Map.of("node", "b"), 7, 6, NAN, 4, 3, 2, 1)
            .with("nodes_info", Map.of("node", "a", "rack", "1"), 1, 1, 1, 1, 1, 1, 1)
            .with("nodes_info", Map.of("node", "b", "rack", "2"), 1, 1, 1, 1, 1, 1, 1);

    /** The only value at that second. */
    private double at(int second, String expression) {
        return switch (new Evaluation(store).instant(PromQl.parse(expression), second * 1000L)) {
            case Value.Scalar scalar -> scalar.value();
            case Value.Vector vector -> {
                assertThat(vector.elements()).as(expression).hasSize(1);
                yield vector.elements().getFirst().value();
            }
            default -> throw new AssertionError(expression + " has no single value");
        };
    }

    private List<Value.Element> elements(int second, String expression) {
        return ((Value.Vector) new Evaluation(store).instant(PromQl.parse(expression), second * 1000L)).elements();
    }

    private PromQlException refused(String expression) {
        Expr parsed = PromQl.parse(expression);
        PromQlException[] caught = new PromQlException[1];
        assertThatExceptionOfType(PromQlException.class)
                .isThrownBy(() -> new Evaluation(store).instant(parsed, 60_000))
                .satisfies(e -> caught[0] = e);
        return caught[0];
    }

    @Test
    void aRangeIsOpenOnTheLeft() {
        assertThat(at(60, "count_over_time(climb_total[20s])")).isEqualTo(2);
        assertThat(at(60, "count_over_time(climb_total[20001ms])")).isEqualTo(3);
    }

    @Test
    void aSampleIsSeenForFiveMinutesWithoutTheLastMoment() {
        assertThat(at(359, "climb_total")).isEqualTo(60);
        assertThat(elements(360, "climb_total")).isEmpty();
    }

    @Test
    void aStaleSeriesIsGoneAtOnceButItsSamplesCount() {
        assertThat(at(29, "gone")).isEqualTo(3);
        assertThat(elements(30, "gone")).isEmpty();
        assertThat(at(30, "absent(gone)")).isEqualTo(1);
        assertThat(at(30, "sum_over_time(gone[1m])")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        // 10 per 10 s, samples at both ends: no gap to stretch over but the open left end
        "increase(climb_total[60s]), 60",
        "rate(climb_total[60s]), 1",
        // the ends are 5 s and 0 s away, both nearer than 1.1 distances
        "increase(climb_total[25s]), 25",
        // 110 → 5 is a reset: 5 + 10 + 10 + 10 + 10 counted, stretched by 10 s over the 40 s from the second sample
        "increase(reset_total[60s]), 54",
        "resets(reset_total[70s]), 1",
        // born 20 s into the range: stretched by half a distance only
        "increase(late_total[60s]), 25",
        "delta(load{node='a'}[60s]), 6",
        "irate(reset_total[50s]), 1",
        "idelta(climb_total[60s]), 10",
        "deriv(climb_total[60s]), 1",
        "'predict_linear(climb_total[60s], 100)', 160",
        "changes(load{node='a'}[60s]), 5",
        "'quantile_over_time(0.5, load{node=\"a\"}[60s])', 4.5",
        "stddev_over_time(climb_total[30s]), 8.16496580927726"
    })
    void functionsOfRangesAnswerWhatIsWorkedOutByHand(String expression, double value) {
        assertThat(at(60, expression)).isCloseTo(value, within(1e-9));
    }

    @Test
    void aCounterIsNotStretchedBelowZero() {
        Samples steep = new Samples().with("steep_total", Map.of(), GAP, 1, 101, 201);
        Value value = new Evaluation(steep).instant(PromQl.parse("increase(steep_total[30s])"), 30_000);
        assertThat(((Value.Vector) value).elements().getFirst().value()).isCloseTo(201, within(1e-9));
    }

    @Test
    void aComparisonWithNanIsFalse() {
        assertThat(elements(20, "load{node='b'} > 0 or load{node='b'} <= 0")).isEmpty();
        assertThat(at(20, "load{node='b'} != bool 1")).isEqualTo(1);
    }

    @Test
    void comparisonsKeepTheLeftValueAndTheName() {
        Value.Element kept = elements(60, "5 < load").getFirst();
        assertThat(kept.value()).isEqualTo(7);
        assertThat(kept.labels().get("__name__")).isEqualTo("load");
        assertThat(elements(60, "load > bool 5"))
                .allSatisfy(one -> assertThat(one.labels().has("__name__")).isFalse());
    }

    @Test
    void labelsOfTheOneSideCanBeTakenOver() {
        assertThat(elements(60, "load * on(node) group_left(rack) nodes_info"))
                .extracting(one -> one.labels().get("rack"))
                .containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "load * on() nodes_info | found duplicate series for the match group",
                "load * on() group_left nodes_info | many-to-many matching not allowed",
                "load * on() sum(load) | many-to-one matching must be explicit",
                "abs({__name__=~'.*_total'}) | same labelset",
                "rate({__name__=~'.*_total'}[1m]) | same labelset",
                "label_replace(load, 'node', 'x', 'node', '.*') | same labelset"
            })
    void whatCannotBeMatchedIsAnErrorOfExecution(String expression, String message) {
        PromQlException refused = refused(expression);
        assertThat(refused).hasMessageContaining(message);
        assertThat(refused.kind()).isEqualTo(PromQlException.Kind.EXECUTION);
    }

    @Test
    void sortingPutsNanLast() {
        Samples mixed = new Samples()
                .with("m", Map.of("i", "1"), NAN)
                .with("m", Map.of("i", "2"), 1)
                .with("m", Map.of("i", "3"), 3);
        for (String function : List.of("sort(m)", "sort_desc(m)", "topk(3, m)", "bottomk(3, m)")) {
            List<Value.Element> sorted =
                    ((Value.Vector) new Evaluation(mixed).instant(PromQl.parse(function), 0)).elements();
            assertThat(sorted.getLast().value()).as(function).isNaN();
        }
    }

    @Test
    void aRangeQueryLeavesOutStepsWithoutValueAndSeriesWithoutAny() {
        Value.Matrix matrix = (Value.Matrix) new Evaluation(store).range(PromQl.parse("load > 5"), 0, 60_000, 10_000);
        assertThat(matrix.series()).hasSize(2);
        assertThat(matrix.series().getFirst().times()).containsExactly(50_000, 60_000);
        assertThat(matrix.series().getLast().values()).containsExactly(7, 6);
        assertThat(((Value.Matrix) new Evaluation(store).range(PromQl.parse("load > 50"), 0, 60_000, 10_000)).series())
                .isEmpty();
    }

    @Test
    void startAndEndAreThoseOfTheQuery() {
        Value.Matrix matrix = (Value.Matrix) new Evaluation(store)
                .range(PromQl.parse("climb_total @ end() - climb_total @ start()"), 10_000, 55_000, 20_000);
        assertThat(matrix.series().getFirst().values()).containsExactly(40, 40, 40);
    }

    @Test
    void aSubqueryStandsOnWholeMultiplesOfItsStep() {
        Value.Matrix matrix =
                (Value.Matrix) new Evaluation(store).instant(PromQl.parse("climb_total[40s:15s]"), 55_000);
        assertThat(matrix.series().getFirst().times()).containsExactly(30_000, 45_000);
    }

    @Test
    void aTextHasNoRange() {
        assertThatExceptionOfType(PromQlException.class)
                .isThrownBy(() -> new Evaluation(store).range(PromQl.parse("'text'"), 0, 10, 1))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(PromQlException.Kind.BAD_DATA));
    }

    @Test
    void aQueryThatWouldFillTheHeapIsRefused() {
        Samples wide = new Samples();
        IntStream.range(0, 500).forEach(i -> wide.with("wide", Map.of("i", "" + i), 1, 2));
        assertThatExceptionOfType(PromQlException.class)
                .isThrownBy(() -> new Evaluation(wide).range(PromQl.parse("wide"), 0, 100_000_000, 1_000))
                .withMessageContaining("too many samples");
        assertThatExceptionOfType(PromQlException.class)
                .isThrownBy(() -> new Evaluation(wide).instant(PromQl.parse("max_over_time(vector(1)[10y:1ms])"), 0))
                .withMessageContaining("too many samples");
    }

    @Test
    void sumsDoNotLoseSmallNumbersAmongGreatOnes() {
        Samples extreme = new Samples().with("x", Map.of(), 1, 1e100, 1, -1e100);
        Value value = new Evaluation(extreme).instant(PromQl.parse("sum_over_time(x[1m])"), 30_000);
        assertThat(value).isEqualTo(new Value.Vector(List.of(new Value.Element(Labels.NONE, 30_000, 2))));
    }
}
