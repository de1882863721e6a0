package io.novacron.oncall.connectors.prometheus;

import static io.novacron.oncall.connectors.prometheus.Prom.answer;
import static io.novacron.oncall.connectors.prometheus.Prom.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.metric.RuleAlert;
import io.novacron.oncall.core.metric.Target;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a poll brings, from one replica or several. */
@Timeout(60)
class PollTests {

    private Prom one;
    private Prom two;

    @BeforeEach
    void start() throws IOException {
        one = Prom.start();
        two = Prom.start();
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void aPollBringsVersionRulesAlertsAndTargets() {
        Fetched.Answer<MetricAnswer> polled = answer(poll(one));
        MetricAnswer brought = polled.value();
        assertThat(brought.version()).isEqualTo("2.42.0");
        assertThat(polled.contact().version()).isEqualTo("2.42.0");
        assertThat(polled.contact().conditions()).isEmpty();
        assertThat(brought.rules()).extracting(Rule::name).containsExactly("Slow", "job:up:sum");
        Rule slow = brought.rules().getFirst();
        assertThat(slow.holdFor()).isEqualTo(Duration.ofMillis(300_500));
        assertThat(slow.group()).isEqualTo("web");
        assertThat(slow.labels().get("severity")).isEqualTo("page");
        assertThat(slow.annotations()).containsEntry("summary", "slow");
        assertThat(brought.rules().getLast().lastError()).isEqualTo("many-to-many");
        assertThat(brought.rules().getLast().state()).isEmpty();
        assertThat(brought.alerts())
                .extracting(RuleAlert::activeAt)
                .containsExactly(Instant.parse("2026-11-22T15:46:10.07898713Z"));
        assertThat(brought.targets()).extracting(Target::health).containsExactly("down", "unknown");
        assertThat(brought.targets().getLast().lastScrape()).isNull();
    }

    @Test
    void anOddRowIsKeptWithWhatItHas() {
        one.answer(
                "/api/v1/alerts",
                "{\"status\":\"success\",\"data\":{\"alerts\":[{\"activeAt\":\"soon\",\"labels\":{\"a\":null}},null]}}");
        one.answer(
                "/api/v1/rules",
                "{\"status\":\"success\",\"data\":{\"groups\":[{\"rules\":[{\"duration\":1e300,\"type\":\"weird\"}]},{}]}}");
        MetricAnswer brought = answer(poll(one)).value();
        assertThat(brought.alerts()).hasSize(1);
        assertThat(brought.alerts().getFirst().activeAt()).isEqualTo(Instant.EPOCH);
        assertThat(brought.rules()).extracting(Rule::kind).containsExactly("weird");
    }

    @Test
    void aWarningOfTheServerMakesTheAnswerPartial() {
        one.answer(
                "/api/v1/rules",
                Prom.RULES.replace(
                        "{\"status\":\"success\"", "{\"status\":\"success\",\"warnings\":[\"store b is away\"]"));
        assertThat(answer(poll(one)).contact().conditions())
                .containsExactly(new Condition(SourceState.PARTIAL, "store b is away"));
    }

    @Test
    void aSecondReplicaThatDoesNotAnswerIsNamed() {
        two.close();
        Fetched.Answer<MetricAnswer> polled = answer(poll(one, two));
        assertThat(polled.value().rules()).hasSize(2);
        assertThat(polled.contact().conditions())
                .containsExactly(
                        new Condition(
                                SourceState.PARTIAL,
                                two.member()
                                        + " cannot be reached: connection refused; check that it runs and that its url is right"));
    }

    @Test
    void aFirstReplicaThatDoesNotAnswerIsNamedAndTheSecondAsked() {
        one.close();
        Fetched.Answer<MetricAnswer> polled = answer(poll(one, two));
        assertThat(polled.value().rules()).hasSize(2);
        assertThat(polled.contact().conditions())
                .extracting(Condition::reason)
                .allMatch(r -> r.startsWith(one.member()));
        assertThat(two.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void rulesAndAlertsOfTwoReplicasAreNeverMixed() {
        one.answer("/api/v1/targets", 500, "{}");
        Fetched.Answer<MetricAnswer> polled = answer(poll(one, two));
        assertThat(two.server.getRequestCount()).isEqualTo(4);
        assertThat(polled.contact().conditions()).hasSize(1);
    }

    @Test
    void ifNoReplicaAnswersTheErrorIsThatOfTheFirst() {
        one.close();
        two.answer("/api/v1/status/buildinfo", 403, "");
        assertThat(error(poll(one, two), SourceError.Unreachable.class).host()).isEqualTo(one.member());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/status/buildinfo",
                "/api/v1/rules",
                "/api/v1/alerts",
                "/api/v1/targets",
            })
    void anAnswerOfAnotherShapeIsAFailureAndNeverAnEmptyOne(String path) {
        for (String body :
                List.of("null", "{}", "[]", "", "{\"status\":\"success\"}", "{\"status\":\"success\",\"data\":null}")) {
            one.answer(path, body);
            assertThat(error(poll(one), SourceError.NotTheApi.class).expected()).isEqualTo("the Prometheus API v1");
        }
    }

    @Test
    void anErrorInsideAGoodStatusIsAFailure() {
        one.answer("/api/v1/rules", "{\"status\":\"error\",\"errorType\":\"internal\",\"error\":\"store gone\"}");
        assertThat(error(poll(one), SourceError.Rejected.class).sentence())
                .isEqualTo(one.member() + " refused (200): internal: store gone");
    }

    private static Fetched<MetricAnswer> poll(Prom... replicas) {
        try (SourceClient client = Prom.client(replicas)) {
            return new PrometheusConnector(client).poll();
        }
    }
}
