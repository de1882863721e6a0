package io.novacron.oncall.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void theFirstChildThatMatchesTakesTheAlertUnlessItContinues() throws ConfigException {
        assertThat(receivers(Map.of("x", "2"))).containsExactly("root");
        assertThat(receivers(Map.of("x", "1", "leaf", "1"))).containsExactly("leaf");
        assertThat(receivers(Map.of("x", "1", "y", "q", "w", "vv", "u", "t", "leaf", "1")))
                .containsExactly("one", "leaf");
    }

    @Test
    void aKeyShowsTheMatchersFromTheRootSorted() throws ConfigException {
        Route one = root().children().getFirst();
        assertThat(one.key()).isEqualTo("{}/{u=\"t\",w=~\"v.*\",x=\"1\",y=~\"^(?:p|q)$\",z!=\"0\"}");
    }

    @Test
    void childrenInheritGroupingButNotAcrossAnExplicitList() throws ConfigException {
        Route all = root().children().get(1);
        assertThat(all.grouping().receiver()).isEqualTo("root");
        assertThat(all.grouping().groupWait()).isEqualTo(Duration.ofSeconds(1));
        assertThat(all.grouping().repeatInterval()).isEqualTo(Duration.ofDays(1));
        Labels labels = Labels.of(Map.of("a", "1", "c", "2"));
        assertThat(root().grouping().of(labels)).isEqualTo(Labels.of(Map.of("a", "1")));
        assertThat(all.grouping().of(labels)).isEqualTo(labels);
        assertThat(all.children().getFirst().grouping().of(labels)).isEqualTo(Labels.NONE);
    }

    @Test
    void muteIntervalsAreNotInherited() throws ConfigException {
        Route root = Routing.of("""
                route:
                  receiver: a
                  routes:
                    - mute_time_intervals: [never]
                      active_time_intervals: [never]
                      routes: [{matchers: [x="1"]}]
                receivers: [{name: a}]
                time_intervals: [{name: never, time_intervals: []}]
                """).root();
        Route child = root.children().getFirst();
        assertThat(child.muteIntervals()).containsExactly("never");
        assertThat(child.children().getFirst().muteIntervals()).isEmpty();
        assertThat(child.children().getFirst().activeIntervals()).isEmpty();
    }

    @Test
    void everyRouteSaysWhyItWasTakenOrNot() throws ConfigException {
        Visit root = Routing.of(TREE).visit(Labels.of(Map.of("x", "1", "leaf", "2")));
        assertThat(root.step()).isEqualTo(Visit.Step.PASSES_ON);
        assertThat(root.why()).isEqualTo("takes every alert, a route below takes it");
        Visit one = root.below().getFirst();
        assertThat(one.step()).isEqualTo(Visit.Step.NO_MATCH);
        assertThat(one.why()).isEqualTo("u=\"t\" does not hold: the alert has no u");
        Visit all = root.below().get(1);
        assertThat(all.step()).isEqualTo(Visit.Step.TAKES);
        assertThat(all.why()).isEqualTo("all matchers hold, no route below matches");
        assertThat(all.below().getFirst().why()).isEqualTo("leaf=\"1\" does not hold: leaf is \"2\"");
        assertThat(root.ways()).containsExactly(List.of(root, all));
    }

    @Test
    void aRouteAfterTheOneThatTookTheAlertIsNotAsked() throws ConfigException {
        Visit root = Routing.of("""
                route: {receiver: a, routes: [{matchers: [x="1"]}, {receiver: b, routes: [{receiver: a}]}]}
                receivers: [{name: a}, {name: b}]
                """).visit(Labels.of(Map.of("x", "1")));
        assertThat(root.below()).extracting(Visit::step).containsExactly(Visit.Step.TAKES, Visit.Step.NOT_ASKED);
        assertThat(root.below().get(1).below()).extracting(Visit::step).containsExactly(Visit.Step.NOT_ASKED);
    }

    private static List<String> receivers(Map<String, String> labels) throws ConfigException {
        return Routing.of(TREE).told(Labels.of(labels)).receivers();
    }

    private static Route root() throws ConfigException {
        return Routing.of(TREE).root();
    }
}
