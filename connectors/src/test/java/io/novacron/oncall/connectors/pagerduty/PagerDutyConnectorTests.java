package io.novacron.oncall.connectors.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.secret.Secret;
import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.secret.SecretRef;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagerDutyConnectorTests {

    private static final SecretRef KEY = new SecretRef.Environment("PD_KEY");

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void anAcknowledgeEventNamesRoutingKeyAndDedupKey() throws InterruptedException {
        server.enqueue(answer(202, "{\"status\":\"success\",\"dedup_key\":\"abc\"}"));
        try (PagerDutyConnector pagerDuty = connector()) {
            assertThat(pagerDuty.acknowledge("abc")).isInstanceOf(Fetched.Answer.class);
        }

        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v2/enqueue");
        assertThat(Objects.requireNonNull(request.getBody()).utf8())
                .isEqualTo(
                        "{\"dedup_key\":\"abc\",\"event_action\":\"acknowledge\",\"routing_key\":\"0123456789abcdef\"}");
    }

    @Test
    void aRefusalIsAFailureThatNeverNamesTheKey() {
        server.enqueue(answer(400, "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\"}"));
        try (PagerDutyConnector pagerDuty = connector()) {
            assertThat(pagerDuty.acknowledge("abc"))
                    .isInstanceOfSatisfying(
                            Fetched.Failure.class,
                            failure -> assertThat(failure.error().sentence())
                                    .contains("400")
                                    .doesNotContain("0123456789abcdef"));
        }
    }

    @Test
    void aKeyThatIsNotThereSendsNothing() {
        try (PagerDutyConnector pagerDuty = PagerDutyConnector.open(
                server.url("/").uri(),
                KEY,
                ref -> {
                    throw new SecretMissingException("the variable PD_KEY is not set");
                },
                Clock.system())) {
            assertThat(pagerDuty.acknowledge("abc"))
                    .isEqualTo(Fetched.failure(new SourceError.NoCredential("the variable PD_KEY is not set")));
        }
        assertThat(server.getRequestCount()).isZero();
    }

    private PagerDutyConnector connector() {
        return PagerDutyConnector.open(
                server.url("/").uri(), KEY, ref -> new Secret("0123456789abcdef"), Clock.system());
    }

    private static MockResponse answer(int status, String json) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(json)
                .build();
    }
}
