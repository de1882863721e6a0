package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.journal.MemoryJournal;
import io.novacron.oncall.core.journal.Write;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.PageSink;
import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What acknowledging and giving back mean for pages (alerts guide §4.6). */
class PagesTests {

    private static final String CONFIG = """
            route:
              receiver: pager
              group_by: [alertname]
              repeat_interval: 3h
            receivers:
              - name: pager
                pagerduty_configs:
                  - routing_key: x
            """;

    private final HurriedClock clock = new HurriedClock();
    private final FakeCluster cluster = new FakeCluster(clock);
    private final Bus bus = new Bus();
    private final Fanout fanout = new Fanout();
    private final List<String> acknowledged = new ArrayList<>();

    @AfterEach
    void end() {
        fanout.close();
        bus.close();
    }

    @Test
    void givingBackSaysByWhenTheNextPageComes() throws InterruptedException {
        cluster.config = CONFIG;
        AlertKey latency = new AlertKey("eu", cluster.fire("alertname", "Latency"));
        acknowledge(latency, null);

        Ladder ladder = only(new Unacknowledge(desk(null)).run(new Unacknowledge.Request(List.of(latency), null, "")));

        assertThat(ladder.nextPageNotBefore())
                .isBetween(
                        clock.now().plus(Duration.ofHours(3)).minusSeconds(5),
                        clock.now().plus(Duration.ofHours(3)));
        assertThat(ladder.detail()).contains("the next page may take 3h");
    }

    @Test
    void ofAGroupThatHasResolvedInPartItSaysWhenTheRestPages() throws InterruptedException {
        cluster.config = CONFIG;
        AlertKey one = new AlertKey("eu", cluster.fire("alertname", "Latency"));
        AlertKey other = new AlertKey("eu", cluster.fire("alertname", "Latency", "pod", "2"));
        only(new Acknowledge(desk(null)).run(new Acknowledge.Request(List.of(one, other), Duration.ofHours(1), "")));
        cluster.resolveAll();
        cluster.fire("alertname", "Latency", "pod", "2");

        Ladder ladder = only(new Unacknowledge(desk(null)).run(new Unacknowledge.Request(List.of(one), null, "")));

        assertThat(ladder.detail())
                .contains("1 of 2 resolved meanwhile", "of what fires on, the next page may take 3h");
        assertThat(ladder.nextPageNotBefore()).isNotNull();
    }

    @Test
    void whereTheRouteIsNotKnownItSaysSoAndGuessesNothing() throws InterruptedException {
        AlertKey latency = new AlertKey("eu", cluster.fire("alertname", "Latency"));
        acknowledge(latency, null);

        Ladder ladder = only(new Unacknowledge(desk(null)).run(new Unacknowledge.Request(List.of(latency), null, "")));

        assertThat(ladder.nextPageNotBefore()).isNull();
        assertThat(ladder.detail()).contains("is not known");
    }

    @Test
    void thePageUnderWayIsCountedDownAndThenNotSaidAnyMore() throws InterruptedException {
        Ladder ladder = acknowledge(new AlertKey("eu", cluster.fire("alertname", "Latency")), null);

        assertThat(ladder.detailAt(clock.now())).matches(".*may still arrive for 1[0-5] s");
        assertThat(ladder.detailAt(clock.now().plusSeconds(16))).isEqualTo("2/2");
    }

    @Test
    void pagerDutyIsAcknowledgedWithTheKeyOfTheGroup() throws InterruptedException {
        cluster.config = CONFIG;

        Ladder ladder = acknowledge(new AlertKey("eu", cluster.fire("alertname", "Latency")), key -> {
            acknowledged.add(key);
            return new Fetched.Answer<>(true, new Contact("", "", Duration.ZERO, null, null, List.of()));
        });

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.detail()).endsWith("PagerDuty: acknowledge sent");
        // SHA-256 of {}:{alertname="Latency"}
        assertThat(acknowledged).containsExactly("605c476082ed6f4b0b9084c26b6058736f1ea5ac0bab5d45b8065237c11519d7");
    }

    @Test
    void whatPagerDutyRefusesIsSaidAndIsNoFailureOfTheAcknowledgement() throws InterruptedException {
        cluster.config = CONFIG;

        Ladder ladder = acknowledge(
                new AlertKey("eu", cluster.fire("alertname", "Latency")),
                key -> Fetched.failure(new SourceError.Rejected("events.pagerduty.com", 400, "invalid key")));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.detail()).contains("goes on escalating").contains("invalid key");
    }

    @Test
    void oneGroupThatPagerDutyRefusesDoesNotStopTheOthersAndEachStandsInTheJournal() throws InterruptedException {
        cluster.config = CONFIG.replace("[alertname]", "[node]");
        MemoryJournal journal = new MemoryJournal(clock);
        List<AlertKey> both = List.of(
                new AlertKey("eu", cluster.fire("alertname", "Net")),
                new AlertKey("eu", cluster.fire("alertname", "Net", "node", "n1")));
        // the two together need one silence, which two groups of PagerDuty know
        ActionResult result = new Acknowledge(desk(
                        key -> {
                            acknowledged.add(key);
                            return acknowledged.size() == 1
                                    ? Fetched.failure(
                                            new SourceError.Rejected("events.pagerduty.com", 400, "invalid key"))
                                    : new Fetched.Answer<>(
                                            true, new Contact("", "", Duration.ZERO, null, null, List.of()));
                        },
                        journal))
                .run(new Acknowledge.Request(both, Duration.ofHours(1), ""));

        assertThat(acknowledged).hasSize(2);
        assertThat(only(result).detail())
                .contains("sent for 1 of 2 groups")
                .contains(acknowledged.getFirst().substring(0, 8))
                .contains("invalid key");
        JournalledAction action = JournalledAction.of(journal.records()).getFirst();
        assertThat(action.writes())
                .filteredOn(Write.Page.class::isInstance)
                .containsExactlyElementsOf(
                        acknowledged.stream().map(Write.Page::new).toList());
        assertThat(Objects.requireNonNull(action.ended()).detail()).contains("invalid key");
    }

    private Ladder acknowledge(AlertKey key, @Nullable PageSink pager) throws InterruptedException {
        return only(new Acknowledge(desk(pager)).run(new Acknowledge.Request(List.of(key), Duration.ofHours(1), "")));
    }

    private ActionDesk desk(@Nullable PageSink pager) {
        return desk(pager, new MemoryJournal(clock));
    }

    private ActionDesk desk(@Nullable PageSink pager, MemoryJournal journal) {
        return new ActionDesk(
                List.of(new ClusterDesk(cluster, cluster, true)),
                new Operator("ana", Role.RESPONDER),
                fanout,
                clock,
                new LadderLog(bus),
                journal,
                ActionDesk.PATIENCE,
                pager,
                SeverityMap.DEFAULT);
    }

    private static Ladder only(ActionResult result) {
        List<Ladder> ladders = ((ActionResult.Tried) result).ladders();
        assertThat(ladders).hasSize(1);
        return ladders.getFirst();
    }
}
