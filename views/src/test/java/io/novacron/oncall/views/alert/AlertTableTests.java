package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.fx.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The rows of the list, which are drawings: what is on them, and what a pointer does to them.
final class AlertTableTests {
    private AlertsScreen on;

    @BeforeEach
    void open() {
        on = new AlertsScreen(new NightShift(Role.RESPONDER).busy(), true, 1400, 700);
        on.until(() -> on.table().getItems().size() > 3 && lines().size() > 3);
    }

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void aRowIsOneDrawingAndSaysItsLineToAScreenReader() {
        on.soon(() -> Toolkit.run(() -> {
            for (LineRow row : lines()) {
                assertThat(row.lookupAll("*")).hasSize(2);
                String said = String.valueOf(row.queryAccessibleAttribute(AccessibleAttribute.TEXT));
                AlertRow alert = (AlertRow) row.getItem();
                assertThat(said)
                        .contains(
                                alert.name(),
                                alert.severity().meaning(),
                                alert.state().word());
            }
        }));
    }

    @Test
    void whatItDrawsIsThereInEveryTheme() {
        for (Theme theme : Theme.values()) {
            Toolkit.run(() -> theme.apply(on.screen.scene()));
            on.soon(() -> Toolkit.run(() -> {
                LineRow first = lines().getFirst();
                Image drawn = drawing(first);
                Palette palette = Palette.of(theme);
                String state = ((AlertRow) first.getItem()).state().word();
                assertThat(pixels(drawn, palette.color("-oc-alert-" + state + "-bg")::equals))
                        .as("chip in " + theme)
                        .isPositive();
                assertThat(pixels(drawn, palette.color("-oc-text-muted")::equals))
                        .as("words in " + theme)
                        .isPositive();
            }));
        }
    }

    @Test
    void aRowThatLostItsLineShowsNothing() {
        on.set("#alert-search", "no such alert anywhere");
        on.soon(() -> Toolkit.run(() -> assertThat(lines()).isEmpty()));
    }

    @Test
    void clicksChooseAsListsDo() {
        press(0, MouseButton.PRIMARY, false, false);
        assertThat(indices()).containsExactly(0);
        press(2, MouseButton.PRIMARY, true, false);
        assertThat(indices()).containsExactly(0, 1, 2);
        press(1, MouseButton.PRIMARY, true, false);
        assertThat(indices()).as("from the one that was clicked first").containsExactly(0, 1);
        press(3, MouseButton.PRIMARY, false, true);
        assertThat(indices()).containsExactly(0, 1, 3);
        press(1, MouseButton.PRIMARY, false, true);
        assertThat(indices()).containsExactly(0, 3);
        press(3, MouseButton.SECONDARY, false, false);
        assertThat(indices())
                .as("a menu over what is chosen is about all of it")
                .containsExactly(0, 3);
        press(1, MouseButton.SECONDARY, false, false);
        assertThat(indices()).containsExactly(1);
        assertThat(Toolkit.call(() -> on.table().isFocused())).isTrue();
    }

    @Test
    void theSignBeforeAGroupClosesItAndItsNameChoosesIt() {
        on.screen.type("g");
        on.until(() -> on.table().getItems().getFirst() instanceof GroupRow);
        on.soon(() -> Toolkit.run(() -> assertThat(lines().getFirst().getItem()).isInstanceOf(GroupRow.class)));
        double name = Toolkit.call(() -> {
            double x = 0;
            for (var column : on.table().getVisibleLeafColumns()) {
                if (column.getId().equals(AlertColumn.NAME.id())) {
                    break;
                }
                x += column.getWidth();
            }
            return x;
        });
        pressAt(name + 80, 0, MouseButton.PRIMARY, false, false);
        assertThat(indices()).containsExactly(0);
        assertThat(((GroupRow) on.table().getItems().getFirst()).collapsed()).isFalse();
        pressAt(name + 12, 0, MouseButton.PRIMARY, false, false);
        on.until(() -> ((GroupRow) on.table().getItems().getFirst()).collapsed());
    }

    private List<Integer> indices() {
        return Toolkit.call(() -> on.table().getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .toList());
    }

    private void press(int index, MouseButton button, boolean shift, boolean shortcut) {
        pressAt(300, index, button, shift, shortcut);
    }

    private void pressAt(double x, int index, MouseButton button, boolean shift, boolean shortcut) {
        Toolkit.run(() -> {
            LineRow row = lines().stream()
                    .filter(line -> line.getIndex() == index)
                    .findFirst()
                    .orElseThrow();
            Point2D scene = row.localToScene(x, 10);
            row.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    scene.getX(),
                    scene.getY(),
                    scene.getX(),
                    scene.getY(),
                    button,
                    1,
                    shift,
                    shortcut,
                    false,
                    false,
                    button == MouseButton.PRIMARY,
                    false,
                    button == MouseButton.SECONDARY,
                    false,
                    false,
                    true,
                    null));
        });
    }

    private List<LineRow> lines() {
        var lines = new ArrayList<LineRow>();
        for (Node node : on.table().lookupAll(".table-row-cell")) {
            if (node instanceof LineRow row && row.line() != null) {
                lines.add(row);
            }
        }
        return lines;
    }

    private static Image drawing(LineRow row) {
        Canvas canvas = ((LineSkin) row.getSkin()).canvas();
        var see = new SnapshotParameters();
        see.setFill(Color.TRANSPARENT);
        return canvas.snapshot(see, null);
    }

    private static int pixels(Image image, Predicate<Color> wanted) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (wanted.test(image.getPixelReader().getColor(x, y))) {
                    found++;
                }
            }
        }
        return found;
    }
}
