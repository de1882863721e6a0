package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.views.fx.Toolkit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertActsTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private Optional<AlertsScreen> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresentOrElse(AlertsScreen::close, night::close);
    }

    @Test
    void oneKeyAcknowledgesAndTheRowSaysSoOnlyWhenTheBoardDoes() {
        night.busy();
        open();
        var hold = new CountDownLatch(1);
        night.eu.hold(hold);
        on().screen.type("ja");
        AlertKey key = on().chosen().getFirst();
        on().until(() -> on().row(key).underWay().equals("ack queued…"));
        assertThat(on().row(key).state()).isEqualTo(AlertState.FIRING);
        on().soon(() -> assertThat(on().screen.text()).contains("no page and no “resolved” notice", "UNDER WAY"));
        hold.countDown();
        on().until(() -> night.desk.log().ladders().getFirst().over());
        on().until(() -> on().row(key).underWay().isEmpty());
        assertThat(on().row(key).state())
                .as("the board has not heard of it yet")
                .isEqualTo(AlertState.FIRING);
        night.poll();
        on().until(() -> on().row(key).state() == AlertState.ACKNOWLEDGED);
        assertThat(on().row(key).owner()).isEqualTo("ana");
        assertThat(night.eu.active()).hasSize(2);
        on().soon(() -> assertThat(on().screen.text()).contains("EFFECTIVE"));
        on().screen.type("l");
        on().soon(() -> assertThat(on().screen.text()).contains("Actions of this session", "accepted", "am-eu-1:9093"));
    }

    @Test
    void shiftAGivesBackWhatIsOnesOwnAtOnce() {
        night.busy().acknowledged(1);
        open();
        on().screen.type("jkA");
        on().until(() -> night.eu.active().size() == 1);
        night.poll();
        on().until(() -> on().row(0).state() == AlertState.FIRING);
    }

    @Test
    void whatSomebodyElseBeganEndsOnlyWithACountAndAReason() {
        night.busy();
        night.silence(night.eu, "dana", "ACK! dana is on it", night.allLabels(0));
        night.poll();
        open();
        on().screen.type("jk");
        assertThat(on().row(on().chosen().getFirst()).owner()).isEqualTo("dana");
        on().screen.type("A");
        on().until(() -> on().screen.count("#unack-count") == 1);
        var end = Toolkit.call(() -> (Button) on().screen.scene().lookup(".oc-dialog .danger"));
        assertThat(end.isDisabled()).isTrue();
        on().set("#unack-count", "1");
        assertThat(end.isDisabled()).isTrue();
        on().set("#unack-reason", "dana went home");
        Toolkit.run(end::fire);
        on().until(() -> night.eu.active().size() == 1);
    }

    @Test
    void aViewerIsToldWhyNothingWasAcknowledged() {
        night.close();
        opened = Optional.of(new AlertsScreen(new NightShift(Role.VIEWER).busy()));
        on().screen.type("ja");
        on().until(() -> on().screen.text().contains("Not acknowledged: role viewer may not acknowledge"));
        assertThat(on().night.desk.log().ladders()).isEmpty();
    }

    @Test
    void aSilenceIsPostedFromTheDialogAndProvedByItsLadder() {
        night.busy();
        open();
        on().set("#alert-search", "alertname=\"NodeClockSkew\",region=\"eu-west\"");
        on().until(() -> on().rows().stream().allMatch(row -> row.name().equals("NodeClockSkew")));
        Toolkit.run(() -> on().table().requestFocus());
        on().screen.type("js");
        assertThat(on().screen.find("#silence-comment").isFocused()).isTrue();
        on().set("#silence-comment", "clock is being mended");
        int before = night.eu.active().size();
        on().until(() -> !Toolkit.call(
                () -> on().screen.scene().lookup(".oc-dialog .accent").isDisabled()));
        on().screen.pressCtrl(KeyCode.ENTER);
        on().until(() -> night.eu.active().size() == before + 1);
        on().until(() -> on().screen.count(".oc-dialog") == 0);
        assertThat(night.eu.active().getLast().comment()).startsWith("clock is being mended [oncall:");
        assertThat(night.eu.active().getLast().matchers())
                .noneMatch(matcher -> matcher.name().equals("pod"));
    }

    @Test
    void aLinkIsOpenedOnlyAfterItsHostWasAgreedToOnce() {
        night.busy();
        open();
        on().screen.type("jr");
        on().soon(() -> assertThat(on().screen.text()).contains("Open a link to runbooks.example.com?"));
        assertThat(on().links).isEmpty();
        Toolkit.run(() -> ((Button) on().screen.scene().lookup(".oc-dialog .accent")).fire());
        on().until(() -> on().links.size() == 1);
        on().screen.type("r");
        on().until(() -> on().links.size() == 2);
        assertThat(on().screen.count(".oc-dialog")).isZero();
    }

    @Test
    void withoutABrowserTheAddressIsCopiedInstead() {
        night.busy();
        opened = Optional.of(new AlertsScreen(night, false, 960, 700));
        on().screen.type("jr");
        Toolkit.run(() -> ((Button) on().screen.scene().lookup(".oc-dialog .accent")).fire());
        on().until(() -> on().screen.text().contains("was copied instead"));
        assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("https://runbooks.example.com/novacron/");
    }

    private void open() {
        opened = Optional.of(new AlertsScreen(night));
    }

    private AlertsScreen on() {
        return opened.orElseThrow();
    }
}
