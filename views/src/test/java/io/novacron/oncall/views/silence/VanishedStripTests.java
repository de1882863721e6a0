package io.novacron.oncall.views.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.action.Vanished;
import io.novacron.oncall.core.bus.OncallEvent.VanishedChanged;
import io.novacron.oncall.core.journal.JournalEvent;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VanishedStripTests {
    private final NightShift night = new NightShift(Role.RESPONDER).busy();
    private final List<Vanished> lost = new CopyOnWriteArrayList<>();
    private final List<Vanished> dismissed = new ArrayList<>();
    private final VanishedStrip strip = Toolkit.call(() -> new VanishedStrip(
            () -> lost,
            dismissed::add,
            new SilenceDesk(night.monitor, night.desk, night.work, night.bus, ZoneOffset.UTC, night.worker),
            night.bus));
    private final Scene scene = Toolkit.call(() -> {
        var made = new Scene(new Layers(strip), 900, 600);
        Theme.DARK.apply(made);
        return made;
    });

    @BeforeEach
    void quiet() {
        assertThat(strip.isVisible()).isFalse();
    }

    @AfterEach
    void end() {
        Toolkit.run(strip::close);
        night.close();
    }

    @Test
    void whatIsLostSaysWhoseItWasAndThatItsAlertsPage() {
        lose(gone("PodCrashLooping"));

        assertThat(text())
                .contains("{alertname=\"PodCrashLooping\"}")
                .contains("The silence of ana (swap) was to hold until 03:41:07")
                .contains("its alerts page again");
        Toolkit.run(() -> button("Leave it").fire());
        assertThat(dismissed).hasSize(1);
        assertThat(night.eu.active()).extracting(Silence::comment).doesNotContain("swap [oncall:u-1]");
    }

    @Test
    void theKeyPutsItBackAndSaysWhatWasProved() {
        lose(gone("CertificateExpiresSoon"));
        press();

        until(() -> text().contains("Put back: 1/1") || text().contains("Put back: 2/2"));
        assertThat(night.eu.active()).extracting(Silence::comment).contains("swap [oncall:u-1]");
    }

    @Test
    void whatHitsACriticalAlertByNowAsksForTheCountFirst() {
        lose(gone("CheckoutErrorBudgetBurn"));
        press();

        until(() -> scene.lookup("#ask-count") instanceof TextField);
        assertThat(text()).contains("Not put back: this silences 1 alert,");
        Toolkit.run(() -> {
            if (scene.lookup("#ask-count") instanceof TextField count) {
                count.setText("1");
            }
            button("Go on").fire();
        });
        until(() -> text().contains("Put back: "));
    }

    @Test
    void withNothingLostTheKeySaysSo() {
        press();

        assertThat(text()).contains("lost no silence");
    }

    private Vanished gone(String alertName) {
        JournalledAction action = new JournalledAction(
                "u-1",
                "silence",
                "eu-west",
                "ana",
                NightShift.NOW,
                NightShift.NOW,
                List.of(),
                List.of(),
                new JournalEvent.Ended("EFFECTIVE", ""));
        return new Vanished(
                action,
                "lost-1",
                new SilenceSpec(
                        "",
                        List.of(Matcher.equal("alertname", alertName)),
                        Instant.EPOCH,
                        NightShift.NOW.plusSeconds(3_600),
                        "ana",
                        "swap [oncall:u-1]",
                        Map.of("novacron_kind", "silence", "novacron_id", "u-1")));
    }

    private void lose(Vanished one) {
        lost.add(one);
        night.bus.publish(new VanishedChanged());
        until(strip::isVisible);
    }

    private void press() {
        Toolkit.run(() -> {
            var keys = new KeyMap();
            strip.keys(keys);
            keys.entries().getFirst().action().run();
        });
    }

    private Button button(String text) {
        return scene.getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        return Toolkit.call(() -> {
            var all = new ArrayList<String>();
            for (Node node : scene.getRoot().lookupAll("*")) {
                if (node instanceof Labeled labeled && labeled.getText() != null) {
                    all.add(labeled.getText());
                }
            }
            return String.join("\n", all);
        });
    }

    /// Time goes on while it is waited for, since the actions sleep by the clock.
    private void until(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20)).until(() -> {
            night.clock.advance(Duration.ofMillis(200));
            return Toolkit.call(condition);
        });
    }
}
