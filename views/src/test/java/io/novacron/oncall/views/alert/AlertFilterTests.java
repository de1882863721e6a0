package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertFilterTests {
    private static final List<Alert> ALERTS = alerts();

    @Test
    void wordsAreLookedForInLabelsAndAnnotationsWhateverTheirCase() throws MatcherSyntaxException {
        assertThat(named("KAFKA lag")).containsOnly("KafkaConsumerLagHigh");
        assertThat(named("exit code 137")).containsOnly("PodCrashLooping");
        assertThat(named("no such word anywhere")).isEmpty();
        assertThat(AlertFilter.parse("kafka").mode()).isEqualTo("free text");
    }

    @Test
    void matchersMeanWhatTheyMeanInASilence() throws MatcherSyntaxException {
        assertThat(named("{alertname=\"PodCrashLooping\"}")).containsOnly("PodCrashLooping");
        assertThat(named("alertname=~\"Pod\"")).as("anchored").isEmpty();
        assertThat(named("alertname=~Pod.*")).containsOnly("PodCrashLooping");
        assertThat(named("no_such_label=\"\"")).hasSize(ALERTS.size());
        assertThat(named("alertname!~\".+\"")).isEmpty();
        assertThat(AlertFilter.parse("a=b,c=d").mode()).isEqualTo("matchers");
    }

    @Test
    void anEmptyFieldFiltersNothing() throws MatcherSyntaxException {
        assertThat(named("  ")).hasSize(ALERTS.size());
        assertThat(AlertFilter.parse("").mode()).isEmpty();
    }

    @Test
    void whatIsMeantAsMatchersButCannotBeReadSaysWhere() {
        assertThatThrownBy(() -> AlertFilter.parse("service=~\"(\""))
                .isInstanceOfSatisfying(
                        MatcherSyntaxException.class,
                        e -> assertThat(e.column()).isPositive());
    }

    private static List<String> named(String search) throws MatcherSyntaxException {
        AlertFilter filter = AlertFilter.parse(search);
        return ALERTS.stream().filter(filter::matches).map(Alert::name).toList();
    }

    private static List<Alert> alerts() {
        try (var night = new NightShift(Role.VIEWER)) {
            return night.busy().monitor.alerts().alerts();
        }
    }
}
