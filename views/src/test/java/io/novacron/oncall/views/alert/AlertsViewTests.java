package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.views.fx.Toolkit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsViewTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private Optional<AlertsScreen> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresentOrElse(AlertsScreen::close, night::close);
    }

    @Test
    void selectionFocusAndScrollSurviveEveryRefreshByTheAlertsIdentity() {
        night.busy();
        open();
        on().screen.type("jjjjjxjjx");
        List<AlertKey> chosen = on().chosen();
        assertThat(chosen).hasSize(2);
        AlertKey focused = Toolkit.call(
                () -> (AlertKey) on().table().getFocusModel().getFocusedItem().id());
        Toolkit.run(() -> {
            on().flow().scrollToTop(20);
            on().table().layout();
            on().flow().scrollPixels(11);
        });
        AlertKey edge = on().edge();
        for (int i = 0; i < 3; i++) {
            night.eu.add(NightShift.held(
                    Map.of("alertname", "New" + i, "severity", "critical"),
                    "new",
                    NightShift.NOW.minusSeconds(900_000)));
            night.poll();
            int rows = 62 + i;
            on().until(() -> on().table().getItems().size() == rows);
        }
        assertThat(on().chosen()).containsExactlyInAnyOrderElementsOf(chosen);
        assertThat(Toolkit.call(() ->
                        (AlertKey) on().table().getFocusModel().getFocusedItem().id()))
                .isEqualTo(focused);
        assertThat(on().edge()).isEqualTo(edge);
    }

    @Test
    void jAndKMoveAndEnterOpensTheAlertAndEscClosesIt() {
        night.busy();
        open();
        on().screen.type("jj");
        on().screen.type("k");
        assertThat(on().chosen()).containsExactly(Toolkit.call(() -> on().row(1).key()));
        on().screen.press(KeyCode.ENTER);
        assertThat(on().screen.count(".oc-detail")).isEqualTo(1);
        on().screen.press(KeyCode.ESCAPE);
        assertThat(on().screen.count(".oc-detail")).isZero();
        assertThat(Toolkit.call(() -> on().table().isFocused())).isTrue();
    }

    @Test
    void nGoesToTheNextAlertThatFiresAndNobodyHasTaken() {
        night.busy().acknowledged(2);
        open();
        on().screen.type("n");
        assertThat(Toolkit.call(
                        () -> ((AlertRow) on().table().getSelectionModel().getSelectedItem()).state()))
                .isEqualTo(AlertState.FIRING);
        assertThat(Toolkit.call(() -> on().table().getSelectionModel().getSelectedIndex()))
                .isEqualTo(2);
    }

    @Test
    void theSearchFiltersAndWhatCannotBeReadLeavesTheListAsItWas() {
        night.busy();
        open();
        on().screen.type("/");
        on().set("#alert-search", "alertname=\"PodCrashLooping\"");
        on().until(() -> on().rows().stream().allMatch(row -> row.name().equals("PodCrashLooping")));
        int found = Toolkit.call(() -> on().table().getItems().size());
        on().soon(() -> assertThat(on().screen.text()).contains("read as matchers", found + " of 61 alerts"));
        on().set("#alert-search", "alertname=~\"(\"");
        on().screen.settle();
        on().soon(() -> assertThat(on().screen.text()).contains("Column 12: "));
        assertThat(Toolkit.call(() -> on().table().getItems().size())).isEqualTo(found);
        on().set("#alert-search", "nothing like this");
        on().until(() -> on().screen.text().contains("The search hides all 61 alerts."));
        on().screen.press(KeyCode.ESCAPE);
        on().until(() -> on().table().getItems().size() == 61);
    }

    @Test
    void keysAreInertWhileTextIsTyped() {
        night.busy();
        open();
        on().screen.type("j/");
        on().screen.type("a");
        on().screen.settle();
        assertThat(night.desk.log().ladders()).isEmpty();
        assertThat(((TextField) on().screen.find("#alert-search")).getText()).isEqualTo("a");
    }

    @Test
    void noLabelCanHideTurnOrEatText() {
        var labels = new HashMap<String, String>();
        labels.put("alertname", "under_scored_\u202Eeman");
        labels.put("severity", "critical");
        labels.put("a_mnemonic", "_File & <b>bold</b>");
        labels.put("escape", "\u001b[31mred\u0000");
        labels.put("huge", "x".repeat(1_000_000));
        for (int i = 0; i < 300; i++) {
            labels.put("many_" + i, "v");
        }
        night.eu.add(NightShift.held(labels, "two\nlines", NightShift.NOW.minusSeconds(60)));
        night.poll();
        open();
        on().screen.type("jo");
        on().soon(() -> assertThat(on().screen.text())
                .contains(
                        "under_scored_U+202Eeman",
                        "_File & <b>bold</b>",
                        "␛[31mredU+0000",
                        "(1000000 characters)",
                        "105 more",
                        "not opened: scheme javascript")
                .doesNotContain("\u202E", "\u001b"));
    }

    @Test
    void whatKeepsAnAlertQuietIsToldInFull() {
        night.busy();
        open();
        on().set("#alert-search", "NodeFilesystemFillsUp region=");
        on().set("#alert-search", "{alertname=\"NodeFilesystemFillsUp\",region=\"eu-west\"}");
        on().until(() -> on().rows().stream().allMatch(row -> row.name().equals("NodeFilesystemFillsUp")));
        Toolkit.run(() -> on().table().requestFocus());
        on().screen.type("jo");
        on().soon(() -> assertThat(on().screen.text())
                .contains(
                        "WHY QUIET",
                        "chris (claimed)",
                        "disk swap planned, CHG-4711",
                        "alertname=\"NodeFilesystemFillsUp\""));
    }

    @Test
    void aFailedSourceLeavesTheListWhereItIs() {
        night.busy();
        open();
        night.eu.fail(Optional.of(new SourceError.Denied("am-eu-1:9093", 401, "bearer token from env:AM")));
        night.us.fail(Optional.of(new SourceError.Unreachable("am-us-1:9093", "connection refused")));
        night.poll();
        on().until(() -> on().rows().stream().allMatch(AlertRow::dimmed));
        assertThat(Toolkit.call(() -> on().table().getItems().size())).isEqualTo(61);
        on().soon(() -> assertThat(on().screen.text()).contains("DENIED", "Its alerts below are of"));
    }

    private void open() {
        opened = Optional.of(new AlertsScreen(night));
    }

    private AlertsScreen on() {
        return opened.orElseThrow();
    }
}
