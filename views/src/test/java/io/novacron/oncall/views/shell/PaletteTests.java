package io.novacron.oncall.views.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.fx.Toolkit;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class PaletteTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private final Screen screen = open(night);

    @AfterEach
    void close() {
        screen.close();
        night.close();
    }

    @Test
    void everyCommandOfTheViewAndOfTheWindowStandsInIt() {
        assertThat(commands())
                .contains(
                        "acknowledge while it fires",
                        "un-acknowledge",
                        "ask every source now",
                        "to Logs",
                        "every command")
                .doesNotContain("extend the selection, Shift+Up too");
    }

    @Test
    void aFewLettersFindACommandAndEnterRunsIt() {
        screen.type("to lo");
        assertThat(commands()).startsWith("to Logs");
        new FxRobot().type(KeyCode.ENTER);
        screen.settle();
        assertThat(screen.count(".oc-palette")).isZero();
        assertThat(screen.built()).contains("logs");
    }

    @Test
    void arrowsChooseAndGoRound() {
        var robot = new FxRobot();
        robot.type(KeyCode.UP);
        screen.settle();
        assertThat(Toolkit.call(() -> list().getSelectionModel().getSelectedIndex()))
                .isEqualTo(commands().size() - 1);
        robot.type(KeyCode.DOWN);
        screen.settle();
        assertThat(Toolkit.call(() -> list().getSelectionModel().getSelectedIndex()))
                .isZero();
    }

    @Test
    void nothingRunsWhereNothingFits() {
        screen.type("zzzz");
        assertThat(commands()).isEmpty();
        new FxRobot().type(KeyCode.ENTER);
        screen.settle();
        assertThat(screen.count(".oc-palette")).isEqualTo(1);
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.count(".oc-palette")).isZero();
    }

    private List<String> commands() {
        screen.settle();
        return Toolkit.call(
                () -> list().getItems().stream().map(PaletteCommand::meaning).toList());
    }

    @SuppressWarnings("unchecked")
    private ListView<PaletteCommand> list() {
        return (ListView<PaletteCommand>) screen.find(".oc-palette-list");
    }

    private static Screen open(NightShift night) {
        night.busy();
        var screen = new Screen(night, Theme.DARK, 960, 700);
        screen.pressCtrl(KeyCode.K);
        return screen;
    }
}
