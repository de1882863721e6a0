package io.novacron.oncall.views.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.fx.Toolkit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ShellViewTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private Optional<Screen> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(Screen::close);
        night.close();
    }

    @Test
    void aViewIsBuiltWhenItIsFirstLookedAtAndOnlyOnce() {
        Screen screen = open();
        assertThat(screen.built()).containsExactly("alerts");
        screen.pressCtrl(KeyCode.DIGIT4);
        assertThat(screen.built()).containsExactly("alerts", "logs");
        assertThat(screen.count(".oc-alerts")).isZero();
        screen.pressCtrl(KeyCode.DIGIT1);
        assertThat(screen.count(".oc-alerts")).isEqualTo(1);
    }

    @Test
    void realKeysReachTheView() {
        night.busy();
        Screen screen = open();
        var robot = new FxRobot();
        robot.type(KeyCode.J).type(KeyCode.O);
        screen.settle();
        assertThat(screen.count(".oc-detail")).isEqualTo(1);
        robot.type(KeyCode.SLASH).type(KeyCode.A);
        screen.settle();
        assertThat(screen.find("#alert-search").isFocused()).isTrue();
        assertThat(night.desk.log().ladders()).isEmpty();
    }

    @Test
    void aSourceThatFailsSaysSoAndItsAgeGrowsWithTheClock() {
        night.busy();
        Screen screen = open();
        soon(() -> assertThat(screen.text()).contains("LIVE").doesNotContain("UNREACHABLE"));
        night.eu.fail(Optional.of(new SourceError.Unreachable("am-eu-1:9093", "connection refused")));
        night.clock.advance(Duration.ofSeconds(70));
        night.poll();
        until(screen, "UNREACHABLE");
        until(screen, "1 min ago");
        soon(() -> assertThat(screen.text()).contains("am-eu-1:9093 cannot be reached: connection refused"));
        night.clock.advance(Duration.ofSeconds(60));
        until(screen, "2 min ago");
    }

    @Test
    void theSourcesAreListedInFullWithEveryDoubt() {
        night.busy();
        night.eu.fail(Optional.of(new SourceError.Unreachable("am-eu-1:9093", "connection refused")));
        night.poll();
        Screen screen = open();
        screen.press(KeyCode.F2);
        soon(() -> assertThat(screen.text())
                .contains("WHY NOT “ALL CLEAR”", "Latency", "23 ms", "0.34.2", "ahead of ours by 140 ms"));
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.count(".oc-dialog")).isZero();
    }

    @Test
    void theHelpListsTheKeysOfTheViewAndOfTheWindow() {
        Screen screen = open();
        screen.type("?");
        soon(() -> assertThat(screen.text())
                .contains("acknowledge while it fires", "un-acknowledge", "ask every source now", "light or dark"));
        screen.type("a");
        assertThat(screen.count(".oc-notice-problem")).isZero();
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.count(".oc-dialog")).isZero();
    }

    @Test
    void theThemeChangesAtOnce() {
        Screen screen = open();
        screen.pressCtrl(KeyCode.T);
        assertThat(Toolkit.call(() -> Theme.of(screen.scene()))).isEqualTo(Theme.LIGHT);
    }

    @Test
    void backgroundWorkIsShownWithABarAfterASecondAndCanBeCancelled() {
        Screen screen = open();
        var interrupted = new CountDownLatch(1);
        night.work.start("search the logs", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                interrupted.countDown();
            }
        });
        until(screen, "search the logs");
        night.clock.advance(Duration.ofSeconds(2));
        await().dontCatchUncaughtExceptions().until(() -> {
            screen.settle();
            return Toolkit.call(
                    () -> screen.scene().lookup(".oc-work .progress-bar").isVisible());
        });
        Toolkit.run(() -> ((Button) screen.scene().lookup(".oc-work .button")).fire());
        await().dontCatchUncaughtExceptions().until(() -> interrupted.getCount() == 0);
        await().dontCatchUncaughtExceptions().until(() -> {
            screen.settle();
            return !screen.text().contains("search the logs");
        });
    }

    @Test
    void withoutAConfigurationTheWindowSaysWhatToDo() {
        var path = Path.of("conf", "config_file.toml");
        Screen screen = show(new Start.NoConfiguration(path));
        soon(() -> assertThat(screen.text())
                .contains(path.toString(), "[[source]]", "docs/guide/configure.md", "start the console again")
                .doesNotContainIgnoringCase("error"));
    }

    @Test
    void aBrokenConfigurationShowsEveryProblemAndNothingElse() {
        var path = Path.of("config.toml");
        Screen screen = show(new Start.BrokenConfiguration(
                path, List.of("config.toml:3:1: unknown key \"rol\"", "config.toml:9:2: \u202Eno such kind")));
        soon(() -> assertThat(screen.text())
                .contains("config.toml:3:1: unknown key \"rol\"", "config.toml:9:2: U+202Eno such kind"));
        assertThat(screen.count(".oc-verdict")).isZero();
    }

    private Screen open() {
        var screen = new Screen(night, Theme.DARK, 960, 700);
        opened = Optional.of(screen);
        return screen;
    }

    private Screen show(Start start) {
        var screen = new Screen(night, Theme.DARK, 960, 700, start);
        opened = Optional.of(screen);
        return screen;
    }

    private static void until(Screen screen, String text) {
        await().dontCatchUncaughtExceptions().until(() -> {
            screen.settle();
            return screen.text().contains(text);
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
