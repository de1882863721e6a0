package io.novacron.oncall.views.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.notify.AttentionDesk;
import io.novacron.oncall.core.notify.Notice;
import io.novacron.oncall.core.notify.Reach;
import io.novacron.oncall.core.notify.ReachCheck;
import io.novacron.oncall.core.notify.SeenFiring;
import io.novacron.oncall.core.notify.SeenStore;
import io.novacron.oncall.core.notify.Tone;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.canvas.Png;
import io.novacron.oncall.views.fx.Toolkit;
import io.novacron.oncall.views.shell.Screen;
import io.novacron.oncall.views.shell.ShellView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionStripTests {
    private static final List<ReachCheck> GOOD = List.of(
            new ReachCheck("daemon", true, "the notification daemon answers"),
            new ReachCheck("sound", true, "a sound device opens"),
            new ReachCheck("mute", true, "the sound is not muted"));
    private static final List<ReachCheck> BAD = List.of(
            new ReachCheck("daemon", false, "no notification daemon answers: not provided; start dunst or mako"),
            new ReachCheck("sound", true, "a sound device opens"),
            new ReachCheck("mute", false, "the sound is muted; unmute it, with pactl set-sink-mute @DEFAULT_SINK@ 0"));

    private final NightShift night = new NightShift(Role.RESPONDER);
    private final List<Notice> told = new CopyOnWriteArrayList<>();
    private final AtomicReference<List<ReachCheck>> found = new AtomicReference<>(GOOD);
    private final AttentionDesk desk = new AttentionDesk(
            night.monitor, List::of, new Forgetful(), told::add, night.bus, night.clock, new Random(1));
    private Optional<Screen> opened = Optional.empty();

    private static final class Forgetful implements SeenStore {
        @Override
        public List<SeenFiring> load() {
            return List.of();
        }

        @Override
        public void save(Collection<SeenFiring> changed, Set<AlertKey> forgotten) {
            // every test begins anew
        }
    }

    private final class FakeReach implements Reach {
        @Override
        public List<ReachCheck> look() {
            return found.get();
        }

        @Override
        public List<ReachCheck> test() {
            return found.get();
        }
    }

    @AfterEach
    void close() {
        opened.ifPresent(Screen::close);
        desk.close();
        night.close();
    }

    @Test
    void whatDoesNotReachTheOperatorIsARedChipAndTheNoticeStandsInTheWindow() {
        found.set(BAD);
        Screen screen = open(Theme.DARK);
        until(screen, "NO NOTIFICATIONS · SOUND MUTED?");
        night.busy();
        desk.start();
        until(screen, "fired before the console started: ");
        screen.press(KeyCode.F4);
        until(screen, "start dunst or mako");
        assertThat(screen.text())
                .contains(
                        "pactl set-sink-mute", "fired before the console started  ·  sent to the desktop, sound alarm");
        found.set(GOOD);
        screen.press(KeyCode.ESCAPE);
        Toolkit.run(() -> screen.scene().getRoot().lookupAll(".oc-source-unreachable").stream()
                .filter(ChipButton.class::isInstance)
                .map(ChipButton.class::cast)
                .forEach(ChipButton::fire));
        await().until(() -> {
            screen.settle();
            return !screen.text().contains("NO NOTIFICATIONS");
        });
    }

    @Test
    void mMutesTheSoundForAQuarterOfAnHourAndUnmutesIt() {
        Screen screen = open(Theme.DARK);
        screen.type("m");
        until(screen, "muted 14:5");
        night.busy();
        desk.start();
        await().until(() -> {
            screen.settle();
            return !told.isEmpty();
        });
        assertThat(told).allMatch(notice -> notice.tone() == Tone.NONE);
        screen.type("m");
        await().until(() -> {
            screen.settle();
            return !screen.text().contains("muted 14:");
        });
        assertThat(desk.muted()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void theListSaysWhatRangAndWhy(Theme theme) throws IOException {
        found.set(BAD);
        Screen screen = open(theme);
        until(screen, "NO NOTIFICATIONS");
        night.busy();
        desk.start();
        screen.type("m");
        until(screen, "new notices");
        picture(screen, "notices-strip-" + theme);
        screen.press(KeyCode.F4);
        until(screen, "Notices");
        picture(screen, "notices-card-" + theme);
    }

    private Screen open(Theme theme) {
        var screen = new Screen(night, theme, 1440, 900);
        opened = Optional.of(screen);
        Toolkit.run(() -> {
            var model = new AttentionViewModel(
                    desk,
                    NotifySettings.DEFAULT,
                    new FakeReach(),
                    () -> "",
                    night.work,
                    night.bus,
                    night.clock,
                    night.worker);
            ((ShellView) screen.scene().getRoot()).attend(new AttentionStrip(model, Screen.ZONE, notice -> {}));
            model.check();
        });
        return screen;
    }

    private static void until(Screen screen, String text) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            screen.settle();
            return screen.text().contains(text);
        });
    }

    private static void picture(Screen screen, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        try (var out = Files.newOutputStream(folder.resolve(name + ".png"))) {
            Png.write(screen.picture(), out);
        }
    }
}
