package io.novacron.oncall.core.firing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparedExpressionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "up == 0 @ up @ == @ 0",
                "rate(x[5m]) > 0.1 @ rate(x[5m]) @ > @ 0.1",
                "sum(rate(a{s=\"f>1\"}[5m])) / (sum(rate(b[5m])) > 0.05) > 0.1 @ sum(rate(a{s=\"f>1\"}[5m])) / (sum(rate(b[5m])) > 0.05) @ > @ 0.1",
                "a>=b @ a @ >= @ b",
                "(a or b) != 3 @ (a or b) @ != @ 3",
                "order_total < 2 @ order_total @ < @ 2",
            })
    void anExpressionIsCutAtTheComparisonThatDecides(String text, String measured, String sign, String limit) {
        assertThat(ComparedExpression.of(text)).contains(new ComparedExpression(measured, sign, limit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vector(1)",
                "a > 1 and b > 2",
                "a > 1 OR b",
                "a unless b == 1",
                "absent(up{job=~\"x\"})",
                "a > bool 1",
                "a > on (x) b",
                "a == 1 # and so on",
                "up{a=\"x==1\"}",
                "> 1",
                "a >",
                "\"open",
            })
    void whatIsNoSingleComparisonIsNotCut(String text) {
        assertThat(ComparedExpression.of(text)).isEmpty();
    }
}
