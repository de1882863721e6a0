package io.novacron.oncall.demo.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Inhibition and time intervals, as told and as shown. */
class QuietTests {

    private final ClusterStage stage = new ClusterStage(ClusterStage.CONFIG, 1);

    @Test
    void aSourceKeepsItsTargetsQuietUntilItResolves() {
        stage.fire("alertname=Cause severity=critical svc=db", "alertname=Effect severity=warning svc=db");
        stage.fire("alertname=Other severity=warning svc=api");
        stage.pass(20);
        assertThat(stage.told()).containsExactly("10 am-0 team Cause", "10 am-0 team Other");
        JsonNode effect = stage.json(0, "/api/v2/alerts?filter=alertname%3D%22Effect%22")
                .path(0)
                .path("status");
        assertThat(effect.path("state").asString()).isEqualTo("suppressed");
        assertThat(effect.path("inhibitedBy").path(0).asString())
                .isEqualTo(ClusterStage.labels("alertname=Cause severity=critical svc=db")
                        .fingerprint());
        stage.resolve("alertname=Cause severity=critical svc=db");
        stage.pass(60);
        assertThat(stage.told()).contains("70 am-0 team (Cause)", "70 am-0 team Effect");
    }

    @Test
    void whoIsSourceAndTargetIsNotInhibitedByAnotherSuch() {
        stage.fire("alertname=One severity=critical svc=db", "alertname=Two severity=critical svc=db");
        stage.pass(10);
        assertThat(stage.told()).containsExactly("10 am-0 team One", "10 am-0 team Two");
    }

    @Test
    void labelsThatBothLackCountAsEqual() {
        stage.fire("alertname=Cause severity=critical", "alertname=Effect severity=warning");
        stage.pass(10);
        assertThat(stage.told()).containsExactly("10 am-0 team Cause");
    }

    @Test
    void aMutedGroupIsNotToldAndNamesItsInterval() {
        ClusterStage muted = new ClusterStage("""
                route:
                  receiver: team
                  group_wait: 10s
                  group_interval: 1m
                  routes:
                    - receiver: team
                      mute_time_intervals: [morning]
                receivers: [{name: team, webhook_configs: [{url: 'http://team.example/'}]}]
                time_intervals:
                  - name: morning
                    time_intervals: [{times: [{start_time: '08:00', end_time: '08:05'}], weekdays: ['monday:friday']}]
                """, 1);
        muted.fire("alertname=A");
        muted.pass(10);
        JsonNode status = muted.json(0, "/api/v2/alerts/groups")
                .path(0)
                .path("alerts")
                .path(0)
                .path("status");
        assertThat(status.path("mutedBy").path(0).asString()).isEqualTo("morning");
        assertThat(status.path("state").asString()).isEqualTo("suppressed");
        assertThat(muted.json(0, "/api/v2/alerts/groups?muted=false")).isEmpty();
        assertThat(muted.json(0, "/api/v2/alerts").path(0).path("status").path("mutedBy"))
                .isEmpty();
        muted.pass(240);
        muted.fire("alertname=A");
        assertThat(muted.told()).isEmpty();
        muted.pass(100);
        assertThat(muted.told()).containsExactly("310 am-0 team A");
    }

    @Test
    void fiftyThousandAlertsAreHeldListedAndSettledByThreeMembers() {
        ClusterStage storm = new ClusterStage(ClusterStage.CONFIG, 3);
        List<PostedAlert> alerts = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            alerts.add(new PostedAlert(
                    Labels.of(Map.of(
                            "alertname",
                            "Storm",
                            "severity",
                            i % 100 == 0 ? "critical" : "warning",
                            "svc",
                            "s" + i / 100,
                            "vm",
                            "vm-" + i)),
                    Map.of("summary", "number " + i),
                    null,
                    null,
                    ""));
        }
        storm.cluster.members().forEach(member -> member.receive(alerts));
        storm.pass(Duration.ofSeconds(60));
        JsonNode groups = storm.json(2, "/api/v2/alerts/groups");
        assertThat(groups).hasSize(1);
        assertThat(groups.path(0).path("alerts")).hasSize(50_000);
        assertThat(storm.cluster.deliveries()).hasSize(1);
        assertThat(storm.cluster.deliveries().getFirst().alerts()).hasSize(500);
    }
}
