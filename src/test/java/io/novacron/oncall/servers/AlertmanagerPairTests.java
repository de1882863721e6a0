package io.novacron.oncall.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.servers.AlertmanagerCluster.Gossip;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pair really gossips: what one member is told, the other knows. */
class AlertmanagerPairTests {
    private static final String SILENCE = """
            {"matchers": [{"name": "alertname", "value": "DiskFull", "isRegex": false, "isEqual": true}],
             "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2099-01-01T00:00:00Z",
             "createdBy": "ana", "comment": "planned work"}
            """;

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"ALERTMANAGER_0_25", "ALERTMANAGER_0_34"})
    void aSilencePostedToOneMemberAppearsOnTheOther(Servers version) throws IOException {
        try (AlertmanagerPair pair = AlertmanagerPair.start(version, AlertmanagerServer.QUIET_CONFIG)) {
            String id = pair.first().postSilence(SILENCE);
            awaitSilence(pair.second(), id);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"ALERTMANAGER_0_25", "ALERTMANAGER_0_34"})
    void aMemberThatWasKilledCatchesUpWhenItIsBack(Servers version) throws IOException {
        try (AlertmanagerPair pair = AlertmanagerPair.start(version, AlertmanagerServer.QUIET_CONFIG)) {
            pair.first().kill();
            assertThat(pair.first().alive()).isFalse();
            String id = pair.second().postSilence(SILENCE);
            pair.first().restart();
            awaitSilence(pair.first(), id);
            pair.awaitSettled();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"ALERTMANAGER_0_34"})
    void theDefaultIntervalsGossipToo(Servers version) throws IOException {
        try (AlertmanagerPair pair = AlertmanagerPair.start(version, AlertmanagerServer.QUIET_CONFIG, Gossip.DEFAULT)) {
            awaitSilence(pair.second(), pair.first().postSilence(SILENCE));
        }
    }

    private static void awaitSilence(AlertmanagerServer member, String id) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Http.Reply reply = Http.get(member.url("/api/v2/silence/" + id));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("status").path("state").asString()).isEqualTo("active");
        });
    }
}
