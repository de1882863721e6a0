package io.novacron.oncall.demo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.alert.Labels;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts are those that a real Prometheus 3.8.1 wrote into annotations. */
class TemplateTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0s, 0%",
        "1, 1, 1, 1, 1s, 100%",
        "-1.5, -1.5, -1.5, -1.5, -1.5s, -150%",
        "1234567, 1.234567e+06, 1.235M, 1.177Mi, 14d 6h 56m 7s, 1.235e+08%",
        "123456, 123456, 123.5k, 120.6ki, 1d 10h 17m 36s, 1.235e+07%",
        "0.00001, 1e-05, 10u, 1e-05, 10us, 0.001%",
        "0.000123456, 0.000123456, 123.5u, 0.0001235, 123.5us, 0.01235%",
        "123456789.5, 1.234567895e+08, 123.5M, 117.7Mi, 1428d 21h 33m 9s, 1.235e+10%",
        "59.5, 59.5, 59.5, 59.5, 59.5s, 5950%",
        "3725, 3725, 3.725k, 3.638ki, 1h 2m 5s, 3.725e+05%",
        "0.0123456, 0.0123456, 12.35m, 0.01235, 12.35ms, 1.235%",
        "999.96, 999.96, 1000, 1000, 16m 39s, 1e+05%",
        "12345, 12345, 12.35k, 12.06ki, 3h 25m 45s, 1.234e+06%",
        "-2048, -2048, -2.048k, -2ki, -34m 8s, -2.048e+05%",
        "1e21, 1e+21, 1Z, 867.4Ei, , 1e+23%",
        "1e-30, 1e-30, 1e-06y, 1e-30, 1e-06ys, 1e-28%",
        "NaN, NaN, NaN, NaN, NaN, NaN%",
        "Infinity, +Inf, +Inf, +Inf, +Inf, +Inf%",
    })
    void numbersAreWrittenForPeopleAsPrometheusDoes(
            double value, String bare, String metric, String binary, @Nullable String duration, String percentage) {
        assertThat(expand("{{ $value }}", value)).isEqualTo(bare);
        assertThat(expand("{{ $value | humanize }}", value)).isEqualTo(metric);
        assertThat(expand("{{ humanize1024 $value }}", value)).isEqualTo(binary);
        if (duration != null) {
            assertThat(expand("{{ .Value | humanizeDuration }}", value)).isEqualTo(duration);
        }
        assertThat(expand("{{ $value | humanizePercentage }}", value)).isEqualTo(percentage);
    }

    @ParameterizedTest
    @CsvSource({
        "-1.5, '-1.50 -1.5   -1.5|-1.500  | -1.5 -1.500000e+00', '    a|b    |-01.5|-1.5|-1.5|abc'",
        "1234567, '1234567.00 1.234567e+06 1234567.0|1234567.000| 1.234567e+06 1.234567e+06', '    a|b    |1234567.0|+1234567.0|1.23e+06|abc'",
        "0.0123456, '0.01 0.0123456    0.0|0.012   | 0.0123456 1.234560e-02', '    a|b    |000.0|+0.0|0.0123|abc'",
        "100000, '100000.00 100000 100000.0|100000.000| 100000 1.000000e+05', '    a|b    |100000.0|+100000.0|1e+05|abc'",
        "NaN, 'NaN NaN    NaN|NaN     | NaN NaN', '    a|b    |  NaN|+NaN|NaN|abc'",
    })
    void printfFollowsItsVerbs(double value, String numbers, String padded) {
        assertThat(expand(
                        "{{ printf \"%.2f %g %6.1f|%-8.3f| %v %e\" $value $value $value $value $value $value }}",
                        value))
                .isEqualTo(numbers);
        assertThat(expand(
                        "{{ printf \"%5s|%-5s|%05.1f|%+.1f|%.3g|%.3s\" \"a\" \"b\" $value $value $value \"abcdef\" }}",
                        value))
                .isEqualTo(padded);
    }

    @Test
    void aVerbThatDoesNotFitSaysSoAsGoDoes() {
        assertThat(expand("{{ printf \"%s %d %q %%\" $value $value \"x\" }}", 1.5))
                .isEqualTo("%!s(float64=1.5) %!d(float64=1.5) \"x\" %");
    }

    @Test
    void labelsAndExternalLabelsAreEmptyWhereMissing() {
        assertThat(expand("{{ $labels.job }}@{{ $externalLabels.cluster }}/{{ .Labels.nope }}.", 1))
                .isEqualTo("api@eu-west/.");
    }

    @Test
    void dashesTakeBlanksAway() {
        assertThat(expand("a  {{- \" x \" -}}  b {{ `y` }}", 1)).isEqualTo("a x b y");
    }

    @Test
    void pipelinesAndParenthesesNest() {
        assertThat(expand("{{ printf \"%s!\" ($value | humanize | toUpper) | toLower }}", 1500))
                .isEqualTo("1.5k!");
    }

    @Test
    void whatIsNotKnownIsRefusedWithItsText() {
        assertThatThrownBy(() -> Template.parse("a {{ query \"up\" }}"))
                .hasMessageContaining("\"query\"")
                .hasMessageContaining("a {{ query");
        assertThatThrownBy(() -> Template.parse("{{ if $value }}")).hasMessageContaining("\"if\"");
        assertThatThrownBy(() -> Template.parse("{{ $nope.x }}")).hasMessageContaining("$nope");
        assertThatThrownBy(() -> Template.parse("{{ $value ")).hasMessageContaining("}}");
        assertThatThrownBy(() -> Template.parse("{{ humanize }}")).hasMessageContaining("0 arguments");
    }

    private static String expand(String template, double value) {
        return Template.parse(template)
                .expand(new Template.Context(
                        Labels.of(Map.of("job", "api")), Labels.of(Map.of("cluster", "eu-west")), value));
    }
}
