package io.novacron.oncall.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.alert.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                      | the top level: there is no route
            receivers: [{name: a}]                                                  | there is no route
            route: 3                                                                | route, line 1: a mapping is expected here
            route: {receiver: b}                                                    | no receiver is called b
            {route: {receiver: a, matchers: ['x="1"']}, receivers: [{name: a}]}     | remove its matchers
            {route: {receiver: a, continue: true}, receivers: [{name: a}]}     | remove its continue
            {route: {receiver: a, routes: 3}, receivers: [{name: a}]}               | route.routes, line 1: a list is expected
            {route: {receiver: a, routes: [{continue: maybe}]}, receivers: [{name: a}]}  | true or false is expected here, not "maybe"
            {route: {receiver: a, routes: [{mute_time_intervals: [z]}]}, receivers: [{name: a}]} | route.routes[0].mute_time_intervals[0], line 1: no time interval is called z
            {route: {receiver: a, routes: [{matchers: ['x=~"("']}]}, receivers: [{name: a}]} | route.routes[0].matchers[0], line 1: the matcher x=~"("
            {route: {receiver: a, routes: [{match_re: {x: '('}}]}, receivers: [{name: a}]} | route.routes[0], line 1: the matchers
            {route: {receiver: a, group_interval: 0s}, receivers: [{name: a}]}      | route.group_interval, line 1: the interval cannot be zero
            {route: {receiver: a, group_wait: soon}, receivers: [{name: a}]}        | "soon" is no duration
            {route: {receiver: a, group_by: ['...', b]}, receivers: [{name: a}]}    | not both
            {route: {receiver: a, group_by: [b, b]}, receivers: [{name: a}]}        | named twice
            {route: {receiver: a}, receivers: [{name: a}, {name: a}]}               | two receivers are called a
            {route: {receiver: a}, receivers: [{}]}                                 | has no name
            {route: {receiver: a, receiver: b}, receivers: [{name: a}, {name: b}]}  | "receiver" is written twice
            route: [                                                                | no YAML at line 1
            route: *nobody                                                          | no YAML
            """)
    void whatAlertmanagerRefusesIsNamed(String yaml, String said) {
        assertThatThrownBy(() -> Routing.of(yaml == null ? "" : yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(said)
                .hasMessageEndingWith(".");
    }

    @Test
    void anUnknownKeyOrIntegrationDoesNotLoseTheTree() throws ConfigException {
        Routing routing = Routing.of("""
                tomorrow: {}
                route: {receiver: a, labels: {team: x}, weather: fine, routes: [{receiver: b, matchers: [x="1"]}]}
                receivers:
                  - {name: a, colour: red}
                  - {name: b, pigeon_configs: [{}]}
                """);
        assertThat(routing.told(Labels.of(Map.of("x", "1"))).receivers()).containsExactly("b");
        assertThat(routing.notes())
                .containsExactly(
                        "tomorrow, line 1 is not known to this program",
                        "receivers[0].colour, line 4 is not known to this program",
                        "receivers[1].pigeon_configs, line 5 is a way of telling that this program does not know; it is"
                                + " shown by its name",
                        "route.weather, line 2 is not known to this program");
    }

    @Test
    void wordsOfTheYamlReadAsTheServerReadsThem() throws ConfigException {
        Routing routing = Routing.of("""
                defaults: &quick {group_wait: 0s, repeat_interval: 1h}
                route:
                  receiver: a
                  group_by: [x]
                  routes:
                    - &first {receiver: b, match: {on: yes, count: 010}, continue: yes, <<: *quick}
                    - *first
                    - {receiver: ~, group_by: null, match: {}, matchers: []}
                receivers: [{name: a}, {name: b}]
                ---
                ignored: true
                """);
        assertThat(routing.told(Labels.of(Map.of("on", "yes", "count", "010"))).receivers())
                .containsExactly("b", "b", "a");
        Route first = routing.root().children().getFirst();
        assertThat(first.grouping().groupWait()).isZero();
        assertThat(first.grouping().repeatInterval()).hasHours(1);
        assertThat(routing.root().children().get(2).grouping().by()).containsExactly("x");
    }

    @Test
    void hostileTextsAreRefusedNotEndured() {
        String deep = "route: " + "[".repeat(100_000);
        String bomb = "a0: &a0 {matchers: []}\n"
                + String.join(
                        "\n",
                        IntStream.range(1, 30)
                                .mapToObj(
                                        i -> "a" + i + ": &a" + i + " {routes: [*a" + (i - 1) + ", *a" + (i - 1) + "]}")
                                .toList())
                + "\nroute: {receiver: a, routes: [*a29]}\nreceivers: [{name: a}]\n";
        String merged = "route: &r {receiver: a, <<: *r}\nreceivers: [{name: a}]\n";
        String circle = "route: &r {receiver: a, routes: [*r]}\nreceivers: [{name: a}]\n";
        for (String yaml : List.of(deep, bomb, circle, merged, "\u0000", "\u202e: [")) {
            assertThatThrownBy(() -> Routing.of(yaml)).isInstanceOf(ConfigException.class);
        }
    }

    @Test
    void aTargetIsKeptQuietUnlessBothMatchBothSides() throws ConfigException {
        InhibitRule rule = Routing.of("""
                route: {receiver: a}
                receivers: [{name: a}]
                inhibit_rules:
                  - {name: n, source_match: {s: '1'}, target_match_re: {t: '1|2'}, equal: [cluster, rack]}
                """).inhibitRules().getFirst();
        Labels source = Labels.of(Map.of("s", "1", "cluster", "eu"));
        Labels both = Labels.of(Map.of("s", "1", "t", "1", "cluster", "eu"));
        Labels target = Labels.of(Map.of("t", "2", "cluster", "eu"));
        assertThat(rule.name()).isEqualTo("n");
        assertThat(rule.inhibits(source, target)).isTrue();
        assertThat(rule.inhibits(source, both)).isTrue();
        assertThat(rule.inhibits(both, target)).isTrue();
        assertThat(rule.inhibits(both, both.with("x", "y"))).isFalse();
        assertThat(rule.inhibits(source, target.with("cluster", "us"))).isFalse();
        assertThat(rule.inhibits(source, target.with("rack", "7"))).isFalse();
        assertThat(rule.inhibits(target, source)).isFalse();
    }
}
