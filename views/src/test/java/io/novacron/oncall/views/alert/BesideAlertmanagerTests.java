package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.firing.AlertHistory;
import io.novacron.oncall.core.firing.FiringHistory;
import io.novacron.oncall.core.firing.Run;
import io.novacron.oncall.core.firing.Unpaged;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BesideAlertmanagerTests {
    private final NightShift night = new NightShift(Role.RESPONDER).busy();
    private Optional<AlertsScreen> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresentOrElse(AlertsScreen::close, night::close);
    }

    @Test
    void whatNoAlertmanagerHasStandsInASectionOfItsOwnAndNeverAmongTheAlerts() {
        open();
        assertThat(on().screen.text()).doesNotContain("nobody is paged");
        night.unpaged.set(List.of(unpaged("DiskFull", true), unpaged("Perhaps", false)));
        tick();
        on().soon(() -> assertThat(on().screen.text())
                .contains(
                        "Not in Alertmanager, nobody is paged: 1, and perhaps 1 more",
                        "DiskFull",
                        "not certain: prom-eu sends to nobody"));
        assertThat(on().rows()).hasSize(61).noneMatch(row -> row.name().equals("DiskFull"));
        night.unpaged.set(List.of(unpaged("Perhaps", false)));
        tick();
        on().soon(() -> assertThat(on().screen.text()).contains("Perhaps not in Alertmanager: 1"));
        night.unpaged.set(List.of());
        tick();
        on().soon(() -> assertThat(on().screen.text()).doesNotContain("Alertmanager: "));
    }

    @Test
    void whereNoPrometheusAnswersTheDayOfALineIsNotKnown() {
        open();
        on().soon(() -> {
            tick();
            assertThat(on().screen.text()).contains("not known").doesNotContain("0×");
        });
    }

    @Test
    void aLineTellsHowOftenItBeganInADayAndWhereThatIsAGuess() {
        Map<AlertKey, AlertHistory> byKey = new HashMap<>();
        var start = NightShift.NOW.minus(Duration.ofHours(24));
        var run = new Run(start.plusSeconds(600), start.plusSeconds(900), false);
        for (Alert alert : night.monitor.alerts().alerts()) {
            int series = alert.name().equals("HttpLatencyP99") ? 2 : 1;
            byKey.put(
                    alert.key(),
                    new AlertHistory(List.of(0.0, 1.0, Double.NaN, 0.5), List.of(run, run, run), series, "prom-eu"));
        }
        night.past.set(new Fetched.Answer<>(
                new FiringHistory(start, NightShift.NOW, Duration.ofMinutes(5), byKey, List.of(), List.of()),
                new Contact("3.8.1", "", Duration.ZERO, null, null, List.of())));
        open();
        on().soon(() -> {
            tick();
            assertThat(on().screen.text()).contains("3×", "≈ 3×");
        });
    }

    private static Unpaged unpaged(String name, boolean certain) {
        return new Unpaged(
                Labels.of(Map.of("alertname", name, "service", "checkout")),
                NightShift.NOW.minusSeconds(300),
                "prom-eu",
                certain,
                "prom-eu sends to nobody");
    }

    private void tick() {
        Toolkit.run(() -> on().model.tick());
    }

    private void open() {
        opened = Optional.of(new AlertsScreen(night, true, 1900, 700));
    }

    private AlertsScreen on() {
        return opened.orElseThrow();
    }
}
