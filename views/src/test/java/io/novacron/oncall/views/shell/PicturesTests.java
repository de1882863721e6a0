package io.novacron.oncall.views.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.canvas.Png;
import io.novacron.oncall.views.fx.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws the window in the states that matter into `target/pictures` and checks what a glance at them would.
class PicturesTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private Optional<Screen> screen = Optional.empty();

    @AfterEach
    void close() {
        screen.ifPresent(Screen::close);
        night.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void aBusyNight(Theme theme) throws IOException {
        night.busy().acknowledged(2);
        show(theme, 1280, 800);
        screen().type("jjj");
        picture("busy-1280-" + theme);
        screen().type("o");
        picture("detail-1280-" + theme);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void aBusyNightWithOneAlertInFull(Theme theme) throws IOException {
        night.busy().acknowledged(2);
        show(theme, 1600, 1000);
        screen().type("o");
        picture("detail-1600-" + theme);
    }

    @Test
    void aBusyNightOnALargeScreen() throws IOException {
        night.busy().acknowledged(2);
        show(Theme.DARK, 3840, 2160);
        picture("busy-3840-DARK");
    }

    @Test
    void aFailedSourceKeepsItsListDimmed() throws IOException {
        night.busy().acknowledged(2);
        night.eu.fail(Optional.of(new SourceError.Unreachable("am-eu-1:9093", "connection refused")));
        night.clock.advance(Duration.ofSeconds(130));
        night.poll();
        show(Theme.DARK, 1600, 1000);
        screen().type("o");
        picture("failed-1600-DARK");
    }

    @Test
    void noAlertAtAll() throws IOException {
        night.poll();
        show(Theme.DARK, 1280, 800);
        Image picture = picture("empty-1280-DARK");
        assertThat(share(picture, Palette.of(Theme.DARK).color("-oc-verdict-ok-bg")))
                .as("never green")
                .isZero();
    }

    @Test
    void theFirstRun() throws IOException {
        screen = Optional.of(new Screen(
                night,
                Theme.LIGHT,
                1280,
                800,
                new Start.NoConfiguration(Path.of("/home/ana/.config/novacron-oncall/config.toml"))));
        picture("first-run-1280-LIGHT");
    }

    @Test
    void aBrokenConfiguration() throws IOException {
        var path = Path.of("/home/ana/.config/novacron-oncall/config.toml");
        var problems = List.of(
                path + ":7:1: unknown key \"rol\"; did you mean \"role\"?",
                path + ":14:14: a password in plain is refused; write \"env:NAME\", \"file:PATH\" or \"keyring:NAME\"");
        screen = Optional.of(new Screen(night, Theme.DARK, 1280, 800, new Start.BrokenConfiguration(path, problems)));
        picture("broken-1280-DARK");
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void theSilenceDialog(Theme theme) throws IOException {
        night.busy();
        show(theme, 1280, 800);
        screen().type("jjs");
        Toolkit.run(() -> ((TextField) screen().find("#silence-comment")).setText("roll-back under way"));
        picture("silence-1280-" + theme);
    }

    @Test
    void aLadderUnderWayAndTheOnesBefore() throws IOException {
        night.busy().acknowledged(2);
        show(Theme.DARK, 1600, 1000);
        var hold = new CountDownLatch(1);
        night.eu.hold(hold);
        screen().type("nna");
        await().dontCatchUncaughtExceptions()
                .until(() -> night.desk.log().ladders().stream().anyMatch(ladder -> !ladder.over()));
        night.clock.advance(Duration.ofSeconds(3));
        await().dontCatchUncaughtExceptions().until(() -> {
            screen().settle();
            return screen().count(".oc-ladder-step-active") == 1;
        });
        picture("ladder-1600-DARK");
        screen().type("l");
        picture("actions-1600-DARK");
        hold.countDown();
    }

    @Test
    void theHelpAndTheSources() throws IOException {
        night.busy();
        show(Theme.DARK, 1280, 800);
        screen().type("?");
        picture("help-1280-DARK");
        screen().press(KeyCode.ESCAPE);
        screen().press(KeyCode.F2);
        picture("sources-1280-DARK");
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"DARK", "LIGHT"})
    void theCommandPalette(Theme theme) throws IOException {
        night.busy();
        show(theme, 1280, 800);
        screen().pressCtrl(KeyCode.K);
        screen().type("ack");
        assertThat(screen().text()).contains("do it", "Alerts");
        picture("palette-1280-" + theme);
    }

    private void show(Theme theme, double width, double height) {
        screen = Optional.of(new Screen(night, theme, width, height));
    }

    private Image picture(String name) throws IOException {
        Image image = screen().picture();
        Path file = Path.of("target", "pictures", name + ".png");
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            Png.write(image, out);
        }
        assertThat(share(image, Color.BLACK)).as("unresolved colours").isLessThan(0.001);
        return image;
    }

    private Screen screen() {
        return screen.orElseThrow();
    }

    private static double share(Image picture, Color color) {
        int wanted = 0xff000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
        int hits = 0;
        int all = 0;
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                all++;
                hits += picture.getPixelReader().getArgb(x, y) == wanted ? 1 : 0;
            }
        }
        return (double) hits / all;
    }
}
