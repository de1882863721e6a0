package io.novacron.oncall.connectors.prometheus;

import static io.novacron.oncall.connectors.prometheus.Prom.answer;
import static io.novacron.oncall.connectors.prometheus.Prom.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the replicas of a Prometheus do to their alerts. */
@Timeout(60)
class SendingsTests {

    private static final String CONFIG = "/api/v1/status/config";

    @Test
    void eachReplicaThatAnswersIsReadAndTheOtherIsNamed() throws IOException {
        try (Prom a = Prom.start();
                Prom b = Prom.start();
                SourceClient client = Prom.client(a, b)) {
            a.answer(CONFIG, config("global: {external_labels: {replica: a}}"));
            b.answer(CONFIG, config("global: {external_labels: {replica: b}}"));
            PrometheusConnector connector = new PrometheusConnector(client);
            assertThat(answer(connector.sendings()).value())
                    .extracting(sending -> sending.externalLabels().get("replica"))
                    .containsExactly("a", "b");
            b.answer(CONFIG, 404, "gone");
            Fetched.Answer<List<AlertSending>> half = answer(connector.sendings());
            assertThat(half.value()).hasSize(1);
            assertThat(half.contact().conditions()).singleElement().satisfies(condition -> {
                assertThat(condition.state()).isEqualTo(SourceState.PARTIAL);
                assertThat(condition.reason()).contains(b.member());
            });
        }
    }

    @Test
    void aConfigurationThatNobodyCanReadIsAnErrorAndSaysWhy() throws IOException {
        try (Prom prom = Prom.start();
                SourceClient client = Prom.client(prom)) {
            prom.answer(CONFIG, config("alerting: {alert_relabel_configs: [{action: shred}]}"));
            SourceError error = error(new PrometheusConnector(client).sendings(), SourceError.NotTheApi.class);
            assertThat(error.sentence()).contains("shred");
        }
    }

    private static String config(String yaml) {
        return "{\"status\":\"success\",\"data\":{\"yaml\":\"" + yaml + "\"}}";
    }
}
