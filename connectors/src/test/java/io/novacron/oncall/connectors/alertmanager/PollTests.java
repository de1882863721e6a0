package io.novacron.oncall.connectors.alertmanager;

import static io.novacron.oncall.connectors.alertmanager.Connectors.answer;
import static io.novacron.oncall.connectors.alertmanager.Connectors.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollTests {

    private static final String HIT = "4bd0f511-8cef-4862-a580-3e412be08ebd";

    private final FakeMember one = new FakeMember().modern();
    private final FakeMember two = new FakeMember().modern();

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void aModernMemberIsAskedForStatusGroupsAndSilencesOnly() {
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            Fetched.Answer<ClusterAnswer> answer = answer(connector.poll());
            assertThat(one.asked())
                    .containsExactly("GET /api/v2/status", "GET /api/v2/alerts/groups", "GET /api/v2/silences");
            MemberAnswer member = answer.value().members().getFirst();
            assertThat(member.member()).isEqualTo(one.hostPort());
            assertThat(member.version()).isEqualTo("0.34.2");
            assertThat(member.startedAt()).isEqualTo(Instant.parse("2026-11-22T15:25:55.520Z"));
            assertThat(member.clusterStatus()).isEqualTo("ready");
            assertThat(member.peers()).containsExactly("127.0.0.1:19451", "127.0.0.1:19452");
            assertThat(member.config()).isEqualTo("route:\n  receiver: a\n");
            assertThat(member.alerts()).hasSize(2);
            assertThat(answer.value().cluster()).isEqualTo("eu");
            assertThat(answer.contact().version()).isEqualTo("0.34.2");
            assertThat(answer.contact().flavour()).isEqualTo("alertmanager");
            assertThat(answer.contact().conditions()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.25.0", "0.27.1", "", "vendor"})
    void anOldOrUnknownVersionIsAlsoAskedForTheFlatList(String version) {
        one.json("GET /api/v2/status", Payloads.STATUS_0_25.replace("\"0.25.0\"", "\"" + version + "\""))
                .json("GET /api/v2/alerts/groups", Payloads.GROUPS_0_25)
                .json("GET /api/v2/alerts", Payloads.ALERTS_0_25);
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            MemberAnswer member = answer(connector.member(one.hostPort())).value();
            assertThat(one.asked()).contains("GET /api/v2/alerts");
            assertThat(member.alerts())
                    .extracting(MemberAlert::fingerprint)
                    .containsExactly("69ac58bdfb235004", "9ba0f3ed77fb0e1b");
        }
    }

    @Test
    void aMemberThatIsDownMakesThePollPartialAndIsNamed() {
        two.close();
        try (AlertmanagerConnector connector = Connectors.to(one.url(), two.url())) {
            Fetched.Answer<ClusterAnswer> answer = answer(connector.poll());
            assertThat(answer.value().members())
                    .extracting(MemberAnswer::member)
                    .containsExactly(one.hostPort());
            assertThat(answer.value().silent()).containsOnlyKeys(two.hostPort());
            assertThat(answer.value().configured()).isEqualTo(2);
            assertThat(answer.contact().conditions()).singleElement().satisfies(condition -> {
                assertThat(condition.state()).isEqualTo(SourceState.PARTIAL);
                assertThat(condition.reason()).startsWith("1/2 members: " + two.hostPort() + " cannot be reached");
            });
        }
    }

    @Test
    void ifNobodyAnswersTheErrorNamesEveryMemberAndIsTheWorst() {
        one.close();
        two.with("GET /api/v2/status", new MockResponse(403, Headers.of(), ""));
        try (AlertmanagerConnector connector = Connectors.to(one.url(), two.url())) {
            SourceError error = error(connector.poll());
            assertThat(error.state()).isEqualTo(SourceState.DENIED);
            assertThat(error.sentence())
                    .startsWith("no member answered: ")
                    .contains(one.hostPort() + " cannot be reached", two.hostPort() + " does not allow this");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "", "\"x\"", "[null", "{\"data\":[]}"})
    void groupsThatAreNoListAreAnErrorAndNeverZeroAlerts(String body) {
        one.json("GET /api/v2/alerts/groups", body);
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            assertThat(error(connector.poll()).state()).isEqualTo(SourceState.UNREACHABLE);
        }
    }

    @Test
    void aStatusOfSomethingElseIsNotTheApi() {
        one.json("GET /api/v2/status", "{\"status\":\"ok\"}");
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            assertThat(error(connector.poll())).isInstanceOf(SourceError.NotTheApi.class);
            assertThat(error(connector.probe(one.hostPort()))).isInstanceOf(SourceError.NotTheApi.class);
        }
    }

    @Test
    void alertsOutliveAFailingSilenceListAndTheSilencesThatHitAreReadSingly() {
        one.with("GET /api/v2/silences", new MockResponse(500, Headers.of(), "\"multiple matcher sets\"\n"))
                .json("GET /api/v2/silence/" + HIT, Payloads.SILENCE_0_34);
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            Fetched.Answer<ClusterAnswer> answer = answer(connector.poll());
            MemberAnswer member = answer.value().members().getFirst();
            assertThat(member.alerts()).hasSize(2);
            assertThat(member.silences()).extracting(Silence::id).containsExactly(HIT);
            assertThat(answer.contact().conditions())
                    .containsExactly(new Condition(
                            SourceState.PARTIAL,
                            "silences of " + one.hostPort() + " could not be read: " + one.hostPort()
                                    + " failed (500): multiple matcher sets; 1 of them read one by one"));
        }
    }

    @Test
    void silencesOfTheLastGoodListAreStillFollowedWhileTheListFails() {
        one.json("GET /api/v2/alerts/groups", "[]").json("GET /api/v2/silences", "[" + Payloads.SILENCE_0_34 + "]");
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            answer(connector.poll());
            one.with("GET /api/v2/silences", new MockResponse(500, Headers.of(), ""))
                    .json("GET /api/v2/silence/" + HIT, Payloads.SILENCE_0_34.replace("active", "expired"));
            Silence followed = answer(connector.poll())
                    .value()
                    .members()
                    .getFirst()
                    .silences()
                    .getFirst();
            assertThat(followed.active()).isFalse();
        }
    }

    @Test
    void atMostTwoHundredSilencesAreReadSingly() {
        StringBuilder ids = new StringBuilder("\"a0\"");
        for (int i = 1; i < 300; i++) {
            ids.append(",\"a").append(i).append('"');
        }
        one.json("GET /api/v2/alerts/groups", Payloads.GROUPS_0_34.replace("\"" + HIT + "\"", ids))
                .with("GET /api/v2/silences", new MockResponse(500, Headers.of(), ""));
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            assertThat(answer(connector.poll()).value().members().getFirst().silences())
                    .isEmpty();
        }
        assertThat(one.asked().stream().filter(asked -> asked.startsWith("GET /api/v2/silence/")))
                .hasSizeBetween(1, 200);
    }

    @Test
    void aPathPrefixIsKept() {
        one.json("GET /am/api/v2/status", Payloads.STATUS_0_34)
                .json("GET /am/api/v2/alerts/groups", "[]")
                .json("GET /am/api/v2/silences", "[]");
        try (AlertmanagerConnector connector = Connectors.to(one.url().resolve("/am"))) {
            assertThat(answer(connector.poll()).value().members()).hasSize(1);
        }
    }

    @Test
    void aClockFarFromOursIsSaidWithItsMember() {
        one.with(
                "GET /api/v2/status",
                new MockResponse(
                        200,
                        Headers.of("Content-Type", "application/json", "Date", "Sun, 22 Nov 2020 15:26:05 GMT"),
                        Payloads.STATUS_0_34));
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            Contact contact = answer(connector.poll()).contact();
            assertThat(contact.conditions()).singleElement().satisfies(condition -> {
                assertThat(condition.state()).isEqualTo(SourceState.SKEWED);
                assertThat(condition.reason()).startsWith(one.hostPort() + ": its clock is ");
            });
            assertThat(contact.skew()).isNotNull().isNegative();
        }
    }

    @Test
    void anInterruptedPollSaysThatItWasCancelled() {
        one.with(
                "GET /api/v2/status",
                new MockResponse.Builder()
                        .code(200)
                        .headersDelay(60, TimeUnit.SECONDS)
                        .build());
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            Thread.currentThread().interrupt();
            assertThat(error(connector.poll())).isInstanceOf(SourceError.Cancelled.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void receiversAreListedInOrder() {
        one.json("GET /api/v2/receivers", "[{\"labels\":{\"name\":\"b\"},\"name\":\"b\"},null,{},{\"name\":\"a\"}]");
        try (AlertmanagerConnector connector = Connectors.to(one.url())) {
            assertThat(answer(connector.receivers(one.hostPort())).value()).isEqualTo(List.of("b", "a"));
        }
    }

    @Test
    void membersAreNamedInTheOrderOfTheConfiguration() {
        try (AlertmanagerConnector connector =
                Connectors.to(URI.create("http://b.example:9093"), URI.create("http://a.example:9093/x"))) {
            assertThat(connector.members()).containsExactly("b.example:9093", "a.example:9093");
            assertThat(connector.name()).isEqualTo("am");
            assertThat(connector.cluster()).isEqualTo("eu");
        }
    }
}
