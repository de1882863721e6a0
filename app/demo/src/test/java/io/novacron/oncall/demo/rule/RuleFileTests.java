package io.novacron.oncall.demo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTests {

    private static final Duration DEFAULT = Duration.ofSeconds(15);

    @Test
    void groupsKeepTheirOrderIntervalAndRules() {
        List<RuleGroup> groups = RuleFile.parse("a.yml", """
                groups:
                  - name: first
                    interval: 1m30s
                    rules:
                      - record: job:up:sum
                        expr: |
                          sum by (job) (
                            up
                          )
                        labels: {team: core}
                      - alert: Down
                        expr: up == 0
                        for: 2m
                        keep_firing_for: 90s
                        labels:
                          severity: critical
                        annotations:
                          summary: '{{ $labels.instance }} is down'
                  - name: second
                    rules:
                      - alert: Watchdog
                        expr: vector(1)
                """, DEFAULT);
        assertThat(groups).extracting(RuleGroup::name).containsExactly("first", "second");
        assertThat(groups).extracting(RuleGroup::interval).containsExactly(Duration.ofSeconds(90), DEFAULT);
        assertThat(groups).extracting(RuleGroup::file).containsOnly("a.yml");
        assertThat(groups.getFirst().rules().getFirst()).isInstanceOfSatisfying(Rule.Recording.class, rule -> {
            assertThat(rule.query()).isEqualTo("sum by (job) (up)");
            assertThat(rule.labels()).containsEntry("team", "core");
        });
        assertThat(groups.getFirst().rules().get(1)).isInstanceOfSatisfying(Rule.Alerting.class, rule -> {
            assertThat(rule.hold()).isEqualTo(Duration.ofMinutes(2));
            assertThat(rule.keepFiring()).isEqualTo(Duration.ofSeconds(90));
            assertThat(rule.annotations().get("summary")).hasToString("{{ $labels.instance }} is down");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'expr: up', has no \"alert\"",
        "'{alert: Broken, expr: up, fro: 1m}', has the unknown field \"fro\"",
        "'{alert: Broken, expr: up, for: 1 minute}', is no duration",
        "'{alert: Broken, expr: \"up(\"}', rule \"Broken\"",
        "'{alert: Broken, expr: up, annotations: {summary: \"{{ $value | nope }}\"}}', \"nope\"",
        "'{record: Broken, expr: up, labels: {a: [1]}}', is no text",
    })
    void whatIsWrongIsSaidWithTheFile(String rule, String message) {
        String yaml = "groups: [{name: g, rules: [" + (rule.startsWith("{") ? rule : "{" + rule + "}") + "]}]";
        assertThatThrownBy(() -> RuleFile.parse("bad.yml", yaml, DEFAULT))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageStartingWith("bad.yml")
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoYamlIsSaid() {
        assertThatThrownBy(() -> RuleFile.parse("bad.yml", "groups: [", DEFAULT))
                .hasMessageStartingWith("bad.yml is no YAML");
    }

    @Test
    void allShippedFilesAreRead() {
        assertThat(ShippedRules.groups(DEFAULT).stream()
                        .flatMap(group -> group.rules().stream())
                        .filter(Rule.Alerting.class::isInstance))
                .hasSizeGreaterThanOrEqualTo(60);
    }
}
