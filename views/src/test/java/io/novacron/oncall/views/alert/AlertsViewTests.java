package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.link.SafeLink;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.fx.Toolkit;
import io.novacron.oncall.views.shell.Screen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsViewTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private final List<SafeLink.Safe> links = new CopyOnWriteArrayList<>();
    private Optional<AlertsViewModel> model = Optional.empty();
    private Optional<Screen> opened = Optional.empty();
    private boolean browser = true;

    @AfterEach
    void close() {
        opened.ifPresent(Screen::close);
        model.ifPresent(made -> Toolkit.run(made::close));
        night.close();
    }

    @Test
    void selectionFocusAndScrollSurviveEveryRefreshByTheAlertsIdentity() {
        night.busy();
        Screen screen = open();
        screen.type("jjjjjxjjx");
        List<AlertKey> chosen = chosen();
        assertThat(chosen).hasSize(2);
        AlertKey focused =
                Toolkit.call(() -> table().getFocusModel().getFocusedItem().key());
        Toolkit.run(() -> {
            flow().scrollToTop(20);
            table().layout();
            flow().scrollPixels(11);
        });
        AlertKey edge = edge();
        for (int i = 0; i < 3; i++) {
            night.eu.add(NightShift.held(
                    Map.of("alertname", "New" + i, "severity", "critical"),
                    "new",
                    NightShift.NOW.minusSeconds(900_000)));
            night.poll();
            int rows = 62 + i;
            until(() -> table().getItems().size() == rows);
        }
        assertThat(chosen()).containsExactlyInAnyOrderElementsOf(chosen);
        assertThat(Toolkit.call(() -> table().getFocusModel().getFocusedItem().key()))
                .isEqualTo(focused);
        assertThat(edge()).isEqualTo(edge);
    }

    @Test
    void jAndKMoveAndEnterOpensTheAlertAndEscClosesIt() {
        night.busy();
        Screen screen = open();
        screen.type("jj");
        screen.type("k");
        assertThat(chosen())
                .containsExactly(Toolkit.call(() -> table().getItems().get(1).key()));
        screen.press(KeyCode.ENTER);
        assertThat(screen.count(".oc-detail")).isEqualTo(1);
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.count(".oc-detail")).isZero();
        assertThat(Toolkit.call(() -> table().isFocused())).isTrue();
    }

    @Test
    void nGoesToTheNextAlertThatFiresAndNobodyHasTaken() {
        night.busy().acknowledged(2);
        Screen screen = open();
        screen.type("n");
        assertThat(Toolkit.call(
                        () -> table().getSelectionModel().getSelectedItem().state()))
                .isEqualTo(AlertState.FIRING);
        assertThat(Toolkit.call(() -> table().getSelectionModel().getSelectedIndex()))
                .isEqualTo(2);
    }

    @Test
    void oneKeyAcknowledgesAndTheRowSaysSoOnlyWhenTheBoardDoes() {
        night.busy();
        Screen screen = open();
        var hold = new CountDownLatch(1);
        night.eu.hold(hold);
        screen.type("ja");
        AlertKey key = chosen().getFirst();
        until(() -> row(key).underWay().equals("ack queued…"));
        assertThat(row(key).state()).isEqualTo(AlertState.FIRING);
        soon(() -> assertThat(screen.text()).contains("no page and no “resolved” notice", "UNDER WAY"));
        hold.countDown();
        until(() -> night.desk.log().ladders().getFirst().over());
        until(() -> row(key).underWay().isEmpty());
        assertThat(row(key).state()).as("the board has not heard of it yet").isEqualTo(AlertState.FIRING);
        night.poll();
        until(() -> row(key).state() == AlertState.ACKNOWLEDGED);
        assertThat(row(key).owner()).isEqualTo("ana");
        assertThat(night.eu.active()).hasSize(2);
        soon(() -> assertThat(screen.text()).contains("EFFECTIVE"));
        screen.type("l");
        soon(() -> assertThat(screen.text()).contains("Actions of this session", "accepted", "am-eu-1:9093"));
    }

    @Test
    void shiftAGivesBackWhatIsOnesOwnAtOnce() {
        night.busy().acknowledged(1);
        Screen screen = open();
        screen.type("jkA");
        until(() -> night.eu.active().size() == 1);
        night.poll();
        until(() -> table().getItems().getFirst().state() == AlertState.FIRING);
    }

    @Test
    void whatSomebodyElseBeganEndsOnlyWithACountAndAReason() {
        night.busy();
        night.silence(night.eu, "dana", "ACK! dana is on it", all(0));
        night.poll();
        Screen screen = open();
        screen.type("jk");
        assertThat(row(chosen().getFirst()).owner()).isEqualTo("dana");
        screen.type("A");
        until(() -> screen.count("#unack-count") == 1);
        var end = Toolkit.call(() -> (Button) screen.scene().lookup(".oc-dialog .danger"));
        assertThat(end.isDisabled()).isTrue();
        set(screen, "#unack-count", "1");
        assertThat(end.isDisabled()).isTrue();
        set(screen, "#unack-reason", "dana went home");
        Toolkit.run(end::fire);
        until(() -> night.eu.active().size() == 1);
    }

    @Test
    void aViewerIsToldWhyNothingWasAcknowledged() {
        try (var wall = new NightShift(Role.VIEWER).busy()) {
            var own = Toolkit.call(wall::model);
            try (var screen = new Screen(wall, own, link -> true, Theme.DARK, 960, 700)) {
                screen.type("ja");
                await().dontCatchUncaughtExceptions().until(() -> {
                    screen.settle();
                    return screen.text().contains("Not acknowledged: role viewer may not acknowledge");
                });
                assertThat(wall.desk.log().ladders()).isEmpty();
            }
        }
    }

    @Test
    void theSearchFiltersAndWhatCannotBeReadLeavesTheListAsItWas() {
        night.busy();
        Screen screen = open();
        screen.type("/");
        set(screen, "#alert-search", "alertname=\"PodCrashLooping\"");
        until(() -> table().getItems().stream().allMatch(row -> row.name().equals("PodCrashLooping")));
        int found = Toolkit.call(() -> table().getItems().size());
        soon(() -> assertThat(screen.text()).contains("read as matcher", found + " of 61 alerts"));
        set(screen, "#alert-search", "alertname=~\"(\"");
        screen.settle();
        soon(() -> assertThat(screen.text()).contains("Column 12: "));
        assertThat(Toolkit.call(() -> table().getItems().size())).isEqualTo(found);
        set(screen, "#alert-search", "nothing like this");
        until(() -> screen.text().contains("The search hides all 61 alerts."));
        screen.press(KeyCode.ESCAPE);
        until(() -> table().getItems().size() == 61);
    }

    @Test
    void keysAreInertWhileTextIsTyped() {
        night.busy();
        Screen screen = open();
        screen.type("j/");
        screen.type("a");
        screen.settle();
        assertThat(night.desk.log().ladders()).isEmpty();
        assertThat(((TextField) screen.find("#alert-search")).getText()).isEqualTo("a");
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
        Screen screen = open();
        screen.type("jo");
        soon(() -> assertThat(screen.text())
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
        Screen screen = open();
        set(screen, "#alert-search", "NodeFilesystemFillsUp region=");
        set(screen, "#alert-search", "{alertname=\"NodeFilesystemFillsUp\",region=\"eu-west\"}");
        until(() -> table().getItems().stream().allMatch(row -> row.name().equals("NodeFilesystemFillsUp")));
        Toolkit.run(() -> table().requestFocus());
        screen.type("jo");
        soon(() -> assertThat(screen.text())
                .contains(
                        "WHY QUIET",
                        "chris (claimed)",
                        "disk swap planned, CHG-4711",
                        "alertname=\"NodeFilesystemFillsUp\""));
    }

    @Test
    void aSilenceIsPostedFromTheDialogAndProvedByItsLadder() {
        night.busy();
        Screen screen = open();
        set(screen, "#alert-search", "alertname=\"NodeClockSkew\",region=\"eu-west\"");
        until(() -> table().getItems().stream().allMatch(row -> row.name().equals("NodeClockSkew")));
        Toolkit.run(() -> table().requestFocus());
        screen.type("js");
        assertThat(screen.find("#silence-comment").isFocused()).isTrue();
        set(screen, "#silence-comment", "clock is being mended");
        int before = night.eu.active().size();
        until(() ->
                !Toolkit.call(() -> screen.scene().lookup(".oc-dialog .accent").isDisabled()));
        screen.pressCtrl(KeyCode.ENTER);
        until(() -> night.eu.active().size() == before + 1);
        until(() -> screen.count(".oc-dialog") == 0);
        assertThat(night.eu.active().getLast().comment()).startsWith("clock is being mended [oncall:");
        assertThat(night.eu.active().getLast().matchers())
                .noneMatch(matcher -> matcher.name().equals("pod"));
    }

    @Test
    void aLinkIsOpenedOnlyAfterItsHostWasAgreedToOnce() {
        night.busy();
        Screen screen = open();
        screen.type("jr");
        soon(() -> assertThat(screen.text()).contains("Open a link to runbooks.example.com?"));
        assertThat(links).isEmpty();
        Toolkit.run(() -> ((Button) screen.scene().lookup(".oc-dialog .accent")).fire());
        until(() -> links.size() == 1);
        screen.type("r");
        until(() -> links.size() == 2);
        assertThat(screen.count(".oc-dialog")).isZero();
    }

    @Test
    void withoutABrowserTheAddressIsCopiedInstead() {
        browser = false;
        night.busy();
        Screen screen = open();
        screen.type("jr");
        Toolkit.run(() -> ((Button) screen.scene().lookup(".oc-dialog .accent")).fire());
        until(() -> screen.text().contains("was copied instead"));
        assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("https://runbooks.example.com/novacron/");
    }

    @Test
    void aFailedSourceLeavesTheListWhereItIs() {
        night.busy();
        Screen screen = open();
        night.eu.fail(Optional.of(new SourceError.Denied("am-eu-1:9093", 401, "bearer token from env:AM")));
        night.us.fail(Optional.of(new SourceError.Unreachable("am-us-1:9093", "connection refused")));
        night.poll();
        until(() -> table().getItems().stream().allMatch(AlertRow::dimmed));
        assertThat(Toolkit.call(() -> table().getItems().size())).isEqualTo(61);
        soon(() -> assertThat(screen.text()).contains("DENIED", "Its alerts below are of"));
    }

    private Screen open() {
        var made = Toolkit.call(night::model);
        model = Optional.of(made);
        var screen = new Screen(
                night,
                made,
                link -> {
                    links.add(link);
                    return browser;
                },
                Theme.DARK,
                960,
                700);
        opened = Optional.of(screen);
        return screen;
    }

    private Matcher[] all(int index) {
        return night.monitor.alerts().alerts().get(index).labels().byName().entrySet().stream()
                .map(label -> Matcher.equal(label.getKey(), label.getValue()))
                .toArray(Matcher[]::new);
    }

    @SuppressWarnings("unchecked")
    private TableView<AlertRow> table() {
        return (TableView<AlertRow>) opened.orElseThrow().find(".oc-alerts");
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) Objects.requireNonNull(table().lookup(".virtual-flow"));
    }

    private AlertKey edge() {
        return Toolkit.call(() -> {
            table().layout();
            return table().getItems()
                    .get(flow().getFirstVisibleCell().getIndex())
                    .key();
        });
    }

    private List<AlertKey> chosen() {
        return Toolkit.call(() -> new ArrayList<>(table().getSelectionModel().getSelectedItems())
                .stream().map(AlertRow::key).toList());
    }

    private AlertRow row(AlertKey key) {
        return Toolkit.call(() -> table().getItems().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow());
    }

    private static void set(Screen screen, String selector, String text) {
        var field = (TextInputControl) screen.find(selector);
        Toolkit.run(() -> field.setText(text));
    }

    private void until(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().until(() -> {
            opened.orElseThrow().settle();
            return Toolkit.call(condition);
        });
    }

    /// What is drawn follows what is known by a pulse or two.
    private void soon(ThrowingRunnable assertion) {
        await().dontCatchUncaughtExceptions().untilAsserted(() -> {
            opened.orElseThrow().settle();
            assertion.run();
        });
    }
}
