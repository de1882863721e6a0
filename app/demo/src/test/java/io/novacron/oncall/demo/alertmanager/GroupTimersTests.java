package io.novacron.oncall.demo.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When whom is told: waits, intervals, repeats, resolved notices. */
class GroupTimersTests {

    private final ClusterStage stage = new ClusterStage(ClusterStage.CONFIG, 1);

    @Test
    void theFirstAlertsOfAGroupWaitForGroupWait() {
        stage.fire("alertname=A i=1");
        stage.pass(5);
        stage.fire("alertname=A i=2");
        stage.pass(4);
        assertThat(stage.told()).isEmpty();
        stage.pass(1);
        assertThat(stage.told()).containsExactly("10 am-0 team A1 A2");
    }

    @Test
    void anAlertThatIsOldAlreadyIsToldAtOnce() {
        stage.member(0)
                .receive(List.of(new PostedAlert(
                        ClusterStage.labels("alertname=A"), Map.of(), ClusterStage.START.minusSeconds(60), null, "")));
        stage.pass(0);
        assertThat(stage.told()).containsExactly("0 am-0 team A");
    }

    @Test
    void whatJoinsOrResolvesLaterIsToldAfterGroupInterval() {
        stage.fire("alertname=A i=1");
        stage.pass(20);
        stage.fire("alertname=A i=2");
        stage.resolve("alertname=A i=1");
        stage.pass(49);
        assertThat(stage.told()).hasSize(1);
        stage.pass(1);
        assertThat(stage.told()).containsExactly("10 am-0 team A1", "70 am-0 team (A1) A2");
    }

    @Test
    void anUnchangedGroupIsToldAgainOnlyAfterRepeatInterval() {
        stage.fire("alertname=A");
        for (int minute = 0; minute < 75; minute++) {
            stage.pass(60);
            stage.fire("alertname=A");
        }
        assertThat(stage.told()).containsExactly("10 am-0 team A", "3670 am-0 team A");
    }

    @Test
    void aResolvedGroupEndsAndTheNextFiringWaitsAgain() {
        stage.fire("alertname=A");
        stage.pass(15);
        stage.resolve("alertname=A");
        stage.pass(60);
        stage.fire("alertname=A");
        stage.pass(10);
        assertThat(stage.told()).containsExactly("10 am-0 team A", "70 am-0 team (A)", "85 am-0 team A");
    }

    @Test
    void anAlertThatIsNotSentAgainResolvesAfterResolveTimeout() {
        stage.fire("alertname=A");
        stage.pass(Duration.ofMinutes(7));
        assertThat(stage.told()).containsExactly("10 am-0 team A", "310 am-0 team (A)");
        assertThat(stage.json(0, "/api/v2/alerts")).isEmpty();
    }

    @Test
    void whatFiresAndResolvesWithinOneIntervalIsNeverTold() {
        stage.fire("alertname=A i=1");
        stage.pass(2);
        stage.resolve("alertname=A i=1");
        stage.pass(120);
        assertThat(stage.told()).isEmpty();
    }

    @Test
    void aSilencedAlertIsNotToldAndALapseIsNoPage() {
        String id = stage.silence(0, "alertname=A", Duration.ofMinutes(30));
        stage.fire("alertname=A");
        stage.pass(30);
        assertThat(stage.told()).isEmpty();
        stage.ask(0, "DELETE", "/api/v2/silence/" + id, "");
        stage.pass(60);
        assertThat(stage.told()).containsExactly("70 am-0 team A");
        stage.silence(0, "alertname=A", Duration.ofMinutes(2));
        for (int i = 0; i < 10; i++) {
            stage.pass(60);
            stage.fire("alertname=A");
        }
        assertThat(stage.told()).hasSize(1);
    }

    @Test
    void anAckOfAFiringThatResolvesUnderItWithholdsTheNextPage() {
        stage.fire("alertname=A");
        stage.pass(15);
        stage.silence(0, "alertname=A", Duration.ofMinutes(5));
        stage.resolve("alertname=A");
        stage.pass(Duration.ofMinutes(6));
        stage.fire("alertname=A");
        stage.pass(Duration.ofMinutes(4));
        assertThat(stage.told()).containsExactly("10 am-0 team A");
    }

    @Test
    void aReceiverThatDoesNotWantTheEndIsToldOfTheNextFiringAtOnce() {
        ClusterStage slack = new ClusterStage(
                ClusterStage.CONFIG.replace("webhook_configs: [{url: 'http://team.example/'}]", "slack_configs: [{}]"),
                1);
        slack.fire("alertname=A i=1", "alertname=A i=2");
        slack.pass(15);
        slack.resolve("alertname=A i=1");
        slack.pass(60);
        slack.resolve("alertname=A i=2");
        slack.pass(60);
        slack.fire("alertname=A i=1");
        slack.pass(10);
        assertThat(slack.told()).containsExactly("10 am-0 team A1 A2", "145 am-0 team A1");
    }

    @Test
    void theLimitOfAWebhookLeavesOutTheRest() {
        ClusterStage limited = new ClusterStage(ClusterStage.CONFIG.replace("/'}", "/', max_alerts: 2}"), 1);
        limited.fire("alertname=A i=1", "alertname=A i=2", "alertname=A i=3");
        limited.pass(10);
        Delivery delivery = limited.member(0).deliveries().getFirst();
        assertThat(delivery.alerts()).hasSize(2);
        assertThat(delivery.truncated()).isEqualTo(1);
        assertThat(delivery.groupKey()).isEqualTo("{}:{alertname=\"A\"}");
    }
}
