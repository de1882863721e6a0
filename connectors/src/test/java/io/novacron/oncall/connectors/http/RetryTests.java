package io.novacron.oncall.connectors.http;

import static io.novacron.oncall.connectors.http.Backend.ASK;
import static io.novacron.oncall.connectors.http.Backend.GOOD;
import static io.novacron.oncall.connectors.http.Backend.NAME;
import static io.novacron.oncall.connectors.http.Backend.error;
import static io.novacron.oncall.connectors.http.Backend.json;
import static io.novacron.oncall.connectors.http.Backend.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.secret.Secret;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.source.SourceError;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again, how often, and where. */
@Timeout(60)
class RetryTests {

    private Backend one;
    private Backend two;

    @BeforeEach
    void start() throws IOException {
        one = Backend.start();
        two = Backend.start();
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aReadIsAskedAgainTwiceAfterAServerFault(int status) {
        for (int i = 0; i < 4; i++) {
            one.answer(json("\"overloaded\"").code(status));
        }
        SourceError.ServerFault fault = error(one.ask(), SourceError.ServerFault.class);
        assertThat(fault.sentence()).isEqualTo(one.member() + " failed (" + status + "): overloaded");
        assertThat(one.server.getRequestCount()).isEqualTo(3);
        assertThat(one.clock.sleeps).hasSize(2);
        assertThat(one.clock.sleeps.get(0)).isBetween(Duration.ZERO, Duration.ofMillis(250));
        assertThat(one.clock.sleeps.get(1)).isBetween(Duration.ZERO, Duration.ofMillis(500));
    }

    @Test
    void theSecondTryMayAnswer() {
        one.answer(json("").code(502));
        one.answer(GOOD);
        assertThat(value(one.ask())).isEqualTo("right");
    }

    @Test
    void aFaultThatIsNotPassingIsNotAskedAgain() {
        one.answer(json("").code(501));
        error(one.ask(), SourceError.ServerFault.class);
        assertThat(one.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aWriteIsNeverAskedAgainAndMayHaveHappened(int status) {
        one.answer(json("").code(status));
        one.answer(GOOD);
        SourceError fault = error(
                one.client().write(one.member(), ApiRequest.postJson("/api/thing", new byte[0]), NAME),
                SourceError.ServerFault.class);
        assertThat(fault.mayHaveHappened()).isTrue();
        assertThat(one.server.getRequestCount()).isEqualTo(1);
        assertThat(one.clock.sleeps).isEmpty();
    }

    @Test
    void aReplicaThatFailsIsFollowedByTheNextWhichThenIsAskedFirst() {
        SourceClient client = replicas();
        one.answer(json("").code(500));
        two.answer(GOOD);
        two.answer(GOOD);
        assertThat(value(client.readAny(ASK, NAME))).isEqualTo("right");
        assertThat(value(client.readAny(ASK, NAME))).isEqualTo("right");
        assertThat(one.server.getRequestCount()).isEqualTo(1);
        assertThat(two.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void ifNoReplicaAnswersTheErrorIsThatOfTheFirst() {
        SourceClient client = replicas();
        one.answer(json("").code(500));
        two.server.close();
        assertThat(error(client.readAny(ASK, NAME), SourceError.ServerFault.class)
                        .host())
                .isEqualTo(one.member());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403})
    void aRefusalIsNotCarriedToTheNextReplica(int status) {
        SourceClient client = replicas();
        one.answer(json("\"no\"").code(status));
        two.answer(GOOD);
        assertThat(client.readAny(ASK, NAME)).isInstanceOf(io.novacron.oncall.core.source.Fetched.Failure.class);
        assertThat(two.server.getRequestCount()).isZero();
    }

    private SourceClient replicas() {
        SourceClient client = one.client(
                Backend.settings(new Credential.None(), Map.of(), null, one.url(), two.url()),
                ref -> new Secret(""),
                Backend.QUICK,
                one.clock);
        assertThat(client.members()).containsExactly(one.member(), two.member());
        return client;
    }
}
