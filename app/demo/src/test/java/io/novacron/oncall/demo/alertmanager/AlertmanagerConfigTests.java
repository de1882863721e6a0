package io.novacron.oncall.demo.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.Integration;
import io.novacron.oncall.core.routing.Routing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerConfigTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receivers: [{name: a}]",
                "route: {receiver: a, grup_by: [b]}\nreceivers: [{name: a}]",
                "route: {receiver: a}\nreceivers: [{name: a, telegram_configs: [{}]}]",
                "route: {receiver: a}\nreceivers: [{name: a, pigeon_configs: [{}]}]",
            })
    void whatTheServerRefusesOrTheEstateDoesNotDoIsRefused(String yaml) {
        assertThatThrownBy(() -> AlertmanagerConfig.parse(yaml)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShippedConfigurationFollowsTheMissionsAlertRouting() {
        Routing shipped = AlertmanagerConfig.shipped().routing();
        assertThat(channels(shipped, Map.of("severity", "critical"))).containsExactly("pagerduty", "slack", "sns");
        assertThat(channels(shipped, Map.of("severity", "warning"))).containsExactly("email", "slack");
        assertThat(channels(shipped, Map.of("severity", "critical", "component", "sla")))
                .containsExactly("email", "pagerduty", "slack", "sns");
        assertThat(shipped.told(Labels.of(Map.of("severity", "critical", "component", "security")))
                        .receivers())
                .containsExactly("security-team", "on-call");
        assertThat(channels(shipped, Map.of("alertname", "Watchdog"))).containsExactly("webhook");
        assertThat(shipped.inhibitRules()).isNotEmpty();
        assertThat(shipped.timetable().intervals()).containsKey("maintenance");
    }

    private static List<String> channels(Routing routing, Map<String, String> labels) {
        return routing.told(Labels.of(labels)).taken().stream()
                .flatMap(taken -> taken.receiver().integrations().stream())
                .map(Integration::kind)
                .toList();
    }
}
