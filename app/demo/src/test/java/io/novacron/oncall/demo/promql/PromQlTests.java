package io.novacron.oncall.demo.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTests {

    private static final SeriesStore NOTHING = (_, _, _) -> List.of();

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3 ^ 2, 19",
        "2 ^ 3 ^ 2, 512",
        "-2 ^ 2, -4",
        "2 ^ -1, 0.5",
        "10 - 4 - 3, 3",
        "7 % 4 * 2, 6",
        "1 + 2 > bool 2, 1",
        "1 < bool 2 == bool 1, 1",
        "1h30m / 2, 2700",
        "0x1F + 010, 39",
        "1_000 - 1, 999"
    })
    void operatorsBindAsInPrometheus(String expression, double value) {
        assertThat(new Evaluation(NOTHING).instant(PromQl.parse(expression), 5_000))
                .isEqualTo(new Value.Scalar(5_000, value));
    }

    @Test
    void aSelectorKeepsItsMatchersInOrder() {
        Expr.Selector selector =
                (Expr.Selector) PromQl.parse("{\"a.b\", x='y', \"my label\"!~`\\d`} offset -5m @ 12.5");
        assertThat(selector.matchers())
                .extracting(matcher -> matcher.name() + matcher.op().sign() + matcher.value())
                .containsExactly("__name__=a.b", "x=y", "my label!~\\d");
        assertThat(selector.shift()).isEqualTo(new Expr.Shift(-300_000, new Expr.At.Time(12_500)));
    }

    @Test
    void keywordsAreNamesWhereTheyCanBeNothingElse() {
        assertThat(PromQl.parse("sum")).isInstanceOf(Expr.Selector.class);
        assertThat(PromQl.parse("SUM BY (by, on) (offset)")).isInstanceOf(Expr.Aggregate.class);
        assertThat(PromQl.parse("a:b{by='x'} AND on(and) or")).isInstanceOf(Expr.Binary.class);
    }

    @Test
    void commentsAndBlanksFallAway() {
        assertThat(PromQl.parse("up # not down\n\t[ 5m ]")).isEqualTo(PromQl.parse("up[5m]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "up{          | the end of the expression",
                "up{job=x}    | a quoted value of label \"job\"",
                "up{job=~'['} | no valid regular expression",
                "{job=''}     | at least one non-empty matcher",
                "rate(up)     | expected type range vector in call to function \"rate\", got instant vector",
                "sum(1)       | expected type instant vector in sum, got scalar",
                "nope(up)     | unknown function with name \"nope\"",
                "round()      | expected 1 to 2 argument(s) in call to \"round\", got 0",
                "1 == 1       | must use BOOL modifier",
                "up and 1     | not allowed in binary scalar expression",
                "(up)[5m]     | ranges only allowed for vector selectors",
                "up[0s]       | duration must be greater than 0",
                "up[5q]       | no number and no duration",
                "up offset 1m offset 2m | offset may not be set multiple times",
                "up up        | unexpected \"up\" at position 4",
                "'open        | has no closing quote",
                "up + on(a) group_left(a) up | must not occur in ON and GROUP clause at once",
                "first_over_time(up[5m])     | is experimental and not enabled",
                "limitk(1, up)               | is experimental and not enabled"
            })
    void anErrorSaysWhatIsWrongAndIsBadData(String expression, String message) {
        assertThatExceptionOfType(PromQlException.class)
                .isThrownBy(() -> PromQl.parse(expression))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(PromQlException.Kind.BAD_DATA));
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        assertThatExceptionOfType(PromQlException.class)
                .isThrownBy(() -> PromQl.parse("(".repeat(100_000) + "1"))
                .withMessageContaining("nested more than");
        assertThatExceptionOfType(PromQlException.class)
                .isThrownBy(() -> PromQl.parse("-".repeat(100_000) + "1"))
                .withMessageContaining("nested more than");
        assertThatExceptionOfType(PromQlException.class)
                .isThrownBy(() -> PromQl.parse("1" + "+1".repeat(100_000)))
                .withMessageContaining("follow one another");
        assertThat(new Evaluation(NOTHING).instant(PromQl.parse("1" + "+1".repeat(1_000)), 0))
                .isEqualTo(new Value.Scalar(0, 1_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"histogram_fraction(0, 1, up)", "histogram_count(up)"})
    void whatPrometheusKnowsAndTheEstateDoesNotIsAnErrorOfExecution(String expression) {
        Expr parsed = PromQl.parse(expression);
        assertThatExceptionOfType(PromQlException.class)
                .isThrownBy(() -> new Evaluation(NOTHING).instant(parsed, 0))
                .withMessageContaining("is not supported")
                .satisfies(e -> assertThat(e.kind().status()).isEqualTo(422));
    }
}
