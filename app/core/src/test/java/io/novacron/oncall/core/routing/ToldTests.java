package io.novacron.oncall.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToldTests {

    private static final String YAML = """
            route:
              receiver: ops
              repeat_interval: 30m
              routes:
                - {receiver: oncall, matchers: [severity="critical"], continue: true, repeat_interval: 2h}
                - {receiver: oncall, matchers: [severity="critical"], continue: true, repeat_interval: 1h}
                - {receiver: ops, matchers: [severity="critical"]}
                - {receiver: void, matchers: [severity="none"]}
                - {receiver: odd, matchers: [severity="odd"]}
            receivers:
              - name: void
              - name: ops
                slack_configs: [{channel: '#ops', api_url: <secret>}]
                email_configs: [{to: ops@example.org}]
              - name: oncall
                webhook_configs: [{url: <secret>}, {url: 'https://user:pw@hook.example.org:8443/secret/path'}]
                pagerduty_configs: [{routing_key: <secret>}]
                sns_configs: [{phone_number: '+1555'}, {topic_arn: 'arn:x'}]
              - name: odd
                carrier_pigeon_configs: [{loft: north}]
                slack_configs: [{channel: '#{{ .GroupLabels.team }}'}]
            """;

    @Test
    void receiversKeepTheirOrderAndTheirDuplicates() throws ConfigException {
        Told told = told("critical");
        assertThat(told.receivers()).containsExactly("oncall", "oncall", "ops");
        assertThat(told.paging()).extracting(Receiver::name).containsExactly("oncall");
    }

    @Test
    void theLineNamesWhatPagesFirstAndNoSecret() throws ConfigException {
        assertThat(told("critical").line())
                .isEqualTo("PagerDuty oncall · SMS +1555 · Slack #ops · Email ops@example.org · Webhook oncall"
                        + " · Webhook hook.example.org:8443 · SNS topic oncall");
        assertThat(told("none").line()).isEqualTo("nobody");
        assertThat(told("odd").line()).isEqualTo("Slack odd · carrier_pigeon odd");
    }

    @Test
    void thePagesRepeatByTheShortestIntervalOfTheRoutesThatPage() throws ConfigException {
        assertThat(told("critical").repeatInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(told("info").repeatInterval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(told("none").repeatInterval()).isNull();
    }

    private static Told told(String severity) throws ConfigException {
        return Routing.of(YAML).told(Labels.of(Map.of("severity", severity)));
    }
}
