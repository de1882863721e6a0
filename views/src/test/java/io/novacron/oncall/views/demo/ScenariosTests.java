package io.novacron.oncall.views.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.canvas.Png;
import io.novacron.oncall.views.fx.Toolkit;
import io.novacron.oncall.views.shell.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenariosTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private final FakeEstate estate = new FakeEstate(night.clock);
    private Optional<Screen> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(Screen::close);
        night.close();
    }

    @Test
    void everyMomentTheWindowSaysThatItIsADemoWithItsSeedAndWhatRuns() {
        estate.began("storage-latency", NightShift.NOW.minus(Duration.ofMinutes(3)));
        open();
        soon(() -> assertThat(screen().text()).contains("DEMO", "seed 7", "storage-latency for 3 min"));
        screen().pressCtrl(KeyCode.DIGIT2);
        assertThat(screen().text()).contains("DEMO");
    }

    @Test
    void aWindowOnRealSourcesSaysNothingOfADemo() {
        opened = Optional.of(new Screen(night, Theme.DARK, 960, 700));
        screen().press(KeyCode.F8);
        assertThat(screen().text()).doesNotContain("DEMO");
        assertThat(screen().count(".oc-dialog")).isZero();
    }

    @Test
    void scenariosAreStartedCombinedAndStoppedFromTheKeyboard() {
        estate.began("storage-latency", NightShift.NOW.minus(Duration.ofMinutes(3)));
        open();
        screen().press(KeyCode.F8);
        screen().type("kkk");
        screen().press(KeyCode.ENTER);
        assertThat(estate.desk().running()).extracting(DemoScenario::name).contains("bad-deploy", "storage-latency");
        screen().type("jjj");
        screen().press(KeyCode.ENTER);
        assertThat(estate.desk().running()).extracting(DemoScenario::name).containsExactly("bad-deploy");
        screen().press(KeyCode.ESCAPE);
        assertThat(screen().count(".oc-dialog")).isZero();
        soon(() -> assertThat(screen().text()).contains("bad-deploy for ").doesNotContain("storage-latency for"));
    }

    @Test
    void theButtonSaysWhatItWillDoAndDoesIt() {
        open();
        screen().press(KeyCode.F8);
        Button toggle = (Button) screen().find("#demo-toggle");
        assertThat(Toolkit.call(toggle::getText)).isEqualTo("Start bad-deploy");
        Toolkit.run(toggle::fire);
        assertThat(Toolkit.call(toggle::getText)).isEqualTo("Stop bad-deploy");
        Toolkit.run(toggle::fire);
        assertThat(estate.desk().running()).isEmpty();
    }

    @Test
    void theCauseIsShownOnlyToWhoAsksAndNotThatOfTheNextScenario() {
        open();
        screen().press(KeyCode.F8);
        assertThat(screen().text()).contains("The cause is hidden").doesNotContain("a cable");
        screen().type("r");
        assertThat(screen().text()).contains("The cause of bad-deploy is a cable.");
        screen().type("j");
        assertThat(screen().text()).contains("The cause is hidden").doesNotContain("a cable");
    }

    @Test
    void aLongCauseIsReadToItsEndAndBackFromTheKeyboard() {
        open();
        screen().press(KeyCode.F8);
        screen().type("r");
        ScrollPane sheet = (ScrollPane) screen().find(".oc-demo-truth");
        for (int i = 0; i < 20; i++) {
            screen().press(KeyCode.PAGE_DOWN);
        }
        assertThat(Toolkit.call(sheet::getVvalue)).isEqualTo(1);
        assertThat(screen().text()).contains("The cause of bad-deploy is a cable.");
        screen().press(KeyCode.PAGE_UP);
        assertThat(Toolkit.call(sheet::getVvalue)).isLessThan(1);
        screen().type("j");
        assertThat(Toolkit.call(sheet::getVvalue)).isZero();
    }

    @Test
    void theKeyStandsInTheHelp() {
        open();
        screen().type("?");
        soon(() -> assertThat(screen().text()).contains("scenarios of the demo"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theScenariosOverABusyNight(Theme theme) throws IOException {
        night.busy();
        estate.began("storage-latency", NightShift.NOW.minus(Duration.ofMinutes(3)));
        boolean wall = theme == Theme.WALL;
        opened = Optional.of(new Screen(night, theme, wall ? 1920 : 1280, wall ? 1080 : 800, estate.desk()));
        screen().press(KeyCode.F8);
        screen().type("r");
        var image = screen().picture();
        Path file = Path.of("target", "pictures", "demo-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            Png.write(image, out);
        }
        assertThat(image.getPixelReader().getColor(640, 400)).isNotEqualTo(Color.BLACK);
    }

    private void open() {
        opened = Optional.of(new Screen(night, Theme.DARK, 960, 700, estate.desk()));
    }

    private Screen screen() {
        return opened.orElseThrow();
    }

    private void soon(ThrowingRunnable assertion) {
        await().dontCatchUncaughtExceptions().untilAsserted(() -> {
            screen().settle();
            assertion.run();
        });
    }
}
