package io.novacron.oncall.demo.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What members know of each other, and when. */
class ReplicationTests {

    private final ClusterStage stage = new ClusterStage(ClusterStage.CONFIG, 3);

    @Test
    void onlyTheFirstMemberTellsWhileItsLogArrivesInTime() {
        stage.fire("alertname=A");
        stage.pass(50);
        assertThat(stage.told()).containsExactly("10 am-0 team A");
    }

    @Test
    void eachMemberTellsAfterItsTurnWhereTheLogIsLate() {
        stage.cluster.replicationDelay(Duration.ofSeconds(20));
        stage.fire("alertname=A");
        stage.pass(50);
        assertThat(stage.told()).containsExactly("10 am-0 team A", "25 am-1 team A");
    }

    @Test
    void aSilenceReachesTheOthersAfterTheDelay() {
        stage.cluster.replicationDelay(Duration.ofSeconds(3));
        String id = stage.silence(1, "alertname=A", Duration.ofHours(1));
        stage.pass(2);
        assertThat(stage.silenceState(0, id)).isEqualTo("unknown");
        stage.pass(1);
        assertThat(stage.silenceState(0, id)).isEqualTo("active");
        assertThat(stage.json(0, "/api/v2/silence/" + id)).isEqualTo(stage.json(1, "/api/v2/silence/" + id));
    }

    @Test
    void aSplitKeepsSilencesApartAndPagesOncePerMember() {
        stage.cluster.split(true);
        String id = stage.silence(0, "alertname=B", Duration.ofHours(1));
        stage.fire("alertname=A", "alertname=B");
        stage.pass(40);
        assertThat(stage.told())
                .containsExactlyInAnyOrder(
                        "10 am-0 team A", "10 am-1 team A", "10 am-1 team B", "10 am-2 team A", "10 am-2 team B");
        assertThat(stage.silenceState(1, id)).isEqualTo("unknown");
        assertThat(stage.json(1, "/api/v2/status").path("cluster").path("peers"))
                .hasSize(1);
        stage.cluster.split(false);
        stage.pass(1);
        assertThat(stage.silenceState(1, id)).isEqualTo("active");
        assertThat(stage.json(1, "/api/v2/status").path("cluster").path("peers"))
                .hasSize(3);
    }

    @Test
    void afterASplitTheLaterWriterWins() {
        String id = stage.silence(0, "alertname=A", Duration.ofHours(1));
        stage.pass(1);
        stage.cluster.split(true);
        stage.ask(1, "DELETE", "/api/v2/silence/" + id, "");
        stage.pass(1);
        stage.ask(2, "DELETE", "/api/v2/silence/" + id, "");
        stage.pass(1);
        stage.cluster.split(false);
        stage.pass(1);
        assertThat(stage.json(0, "/api/v2/silence/" + id).path("updatedAt").asString())
                .isEqualTo("2026-03-02T08:00:02.000Z");
        assertThat(stage.json(1, "/api/v2/silence/" + id)).isEqualTo(stage.json(2, "/api/v2/silence/" + id));
    }

    @Test
    void againstAClockThatIsAheadNothingCanBeEnded() {
        stage.member(0).clockOffset(Duration.ofMinutes(2));
        String id = stage.silence(0, "alertname=A", Duration.ofHours(1));
        stage.pass(1);
        assertThat(stage.ask(1, "DELETE", "/api/v2/silence/" + id, "").status()).isEqualTo(200);
        stage.pass(1);
        assertThat(stage.silenceState(0, id)).isEqualTo("active");
        assertThat(stage.silenceState(1, id)).isEqualTo("pending");
    }

    @Test
    void ticksOfThePastBuildUpWhatIsTheCaseNow() {
        for (int second = -900; second <= 0; second++) {
            stage.cluster.tick(ClusterStage.START.plusSeconds(second));
            stage.cluster.split(false);
            if (second % 60 == 0) {
                stage.fire("alertname=A");
            }
        }
        stage.pass(1);
        assertThat(stage.told()).containsExactly("-890 am-0 team A");
        assertThat(stage.json(0, "/api/v2/alerts").path(0).path("startsAt").asString())
                .isEqualTo("2026-03-02T07:45:00.000Z");
        assertThat(stage.json(0, "/api/v2/status").path("uptime").asString()).isEqualTo("2026-03-02T07:45:00.000Z");
    }

    @Test
    void aClockThatIsAheadShowsInTheDateHeader() {
        stage.member(1).clockOffset(Duration.ofMinutes(-2));
        assertThat(stage.get(0, "/-/ready").headers()).containsEntry("Date", "Mon, 2 Mar 2026 08:00:00 GMT");
        assertThat(stage.get(1, "/-/ready").headers()).containsEntry("Date", "Mon, 2 Mar 2026 07:58:00 GMT");
    }
}
