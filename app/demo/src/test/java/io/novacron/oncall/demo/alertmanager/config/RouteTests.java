package io.novacron.oncall.demo.alertmanager.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.alertmanager.AlertmanagerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTests {

    private static final String TREE = """
            route:
              receiver: root
              group_by: [a, b]
              group_wait: 1s
              routes:
                - receiver: one
                  match: {x: '1'}
                  match_re: {y: 'p|q'}
                  matchers: ['z!="0"', '{w=~"v.*",u="t"}']
                  continue: true
                - matchers: [x="1"]
                  group_by: ['...']
                  repeat_interval: 1d
                  routes:
                    - receiver: leaf
                      matchers: [leaf="1"]
                      group_by: []
            receivers: [{name: root}, {name: one}, {name: leaf}]
            """;

    @Test
    void theFirstChildThatMatchesTakesTheAlertUnlessItContinues() {
        assertThat(receivers(Map.of("x", "2"))).containsExactly("root");
        assertThat(receivers(Map.of("x", "1", "leaf", "1"))).containsExactly("leaf");
        assertThat(receivers(Map.of("x", "1", "y", "q", "w", "vv", "u", "t", "leaf", "1")))
                .containsExactly("one", "leaf");
    }

    @Test
    void aKeyShowsTheMatchersFromTheRootSorted() {
        Route one = root().children().getFirst();
        assertThat(one.key()).isEqualTo("{}/{u=\"t\",w=~\"v.*\",x=\"1\",y=~\"^(?:p|q)$\",z!=\"0\"}");
    }

    @Test
    void childrenInheritGroupingButNotAcrossAnExplicitList() {
        Route all = root().children().get(1);
        assertThat(all.grouping().receiver()).isEqualTo("root");
        assertThat(all.grouping().groupWait()).isEqualTo(Duration.ofSeconds(1));
        assertThat(all.grouping().repeatInterval()).isEqualTo(Duration.ofDays(1));
        Labels labels = Labels.of(Map.of("a", "1", "c", "2"));
        assertThat(root().grouping().of(labels)).isEqualTo(Labels.of(Map.of("a", "1")));
        assertThat(all.grouping().of(labels)).isEqualTo(labels);
        assertThat(all.children().getFirst().grouping().of(labels)).isEqualTo(Labels.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receivers: [{name: a}]",
                "route: {receiver: b}\nreceivers: [{name: a}]",
                "route: {receiver: a, matchers: [x=\"1\"]}\nreceivers: [{name: a}]",
                "route: {receiver: a, routes: [{mute_time_intervals: [never]}]}\nreceivers: [{name: a}]",
                "route: {receiver: a, routes: [{matchers: ['x=~\"(\"']}]}\nreceivers: [{name: a}]",
                "route: {receiver: a, group_interval: 0s}\nreceivers: [{name: a}]",
                "route: {receiver: a, group_by: ['...', b]}\nreceivers: [{name: a}]",
                "route: {receiver: a, grup_by: [b]}\nreceivers: [{name: a}]",
                "route: {receiver: a}\nreceivers: [{name: a}, {name: a}]",
                "route: {receiver: a}\nreceivers: [{name: a, telegram_configs: [{}]}]",
                "route: [",
            })
    void whatTheServerRefusesOrTheEstateDoesNotDoIsRefused(String yaml) {
        assertThatThrownBy(() -> AlertmanagerConfig.parse(yaml)).isInstanceOf(ConfigException.class);
    }

    @Test
    void theShippedConfigurationFollowsTheMissionsAlertRouting() {
        AlertmanagerConfig shipped = AlertmanagerConfig.shipped();
        assertThat(channels(shipped, Map.of("severity", "critical"))).containsExactly("pagerduty", "slack", "sns");
        assertThat(channels(shipped, Map.of("severity", "warning"))).containsExactly("email", "slack");
        assertThat(channels(shipped, Map.of("severity", "critical", "component", "sla")))
                .containsExactly("email", "pagerduty", "slack", "sns");
        assertThat(shipped.root().taking(Labels.of(Map.of("severity", "critical", "component", "security"))))
                .extracting(route -> route.grouping().receiver())
                .containsExactly("security-team", "on-call");
        assertThat(channels(shipped, Map.of("alertname", "Watchdog"))).containsExactly("webhook");
        assertThat(shipped.inhibitRules()).isNotEmpty();
        assertThat(shipped.intervals()).containsKey("maintenance");
    }

    private static List<String> channels(AlertmanagerConfig config, Map<String, String> labels) {
        return config.root().taking(Labels.of(labels)).stream()
                .flatMap(route ->
                        Objects.requireNonNull(
                                config.receivers().get(route.grouping().receiver()))
                                .integrations()
                                .stream())
                .map(Integration::kind)
                .toList();
    }

    private static List<String> receivers(Map<String, String> labels) {
        return root().taking(Labels.of(labels)).stream()
                .map(route -> route.grouping().receiver())
                .toList();
    }

    private static Route root() {
        return AlertmanagerConfig.parse(TREE).root();
    }
}
