package io.novacron.oncall.views.controls;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.canvas.Png;
import io.novacron.oncall.views.fx.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws all controls in all themes into `target/gallery`, and checks what a glance at the pictures would.
class GalleryTests {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void theGalleryIsDrawnInTheColoursOfItsTheme(Theme theme) throws IOException {
        Image picture = Toolkit.call(() -> draw(theme));
        Path file = Path.of("target", "gallery", theme.name() + ".png");
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            Png.write(picture, out);
        }
        var palette = Palette.of(theme);
        assertThat(share(picture, palette.color("-oc-surface-window"))).isGreaterThan(0.2);
        assertThat(share(picture, palette.color("-oc-selection-focused"))).isGreaterThan(0.005);
        assertThat(share(picture, Color.BLACK)).as("unresolved colours").isLessThan(0.001);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aRowIsAsHighAsItsTextAsks(Theme theme) {
        Toolkit.run(() -> {
            var table = Gallery.table();
            var scene = new Scene(table, 700, 500);
            theme.apply(scene);
            table.applyCss();
            assertThat(table.getFixedCellSize()).isBetween(theme.textSize() * 2.15, theme.textSize() * 2.16);
        });
    }

    private static Image draw(Theme theme) {
        double scale = theme.textSize() / Theme.DARK.textSize();
        var scene = new Scene(Gallery.screen(), Math.rint(1360 * scale), Math.rint(860 * scale));
        theme.apply(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        ((TableView<?>) scene.lookup(".table-view")).requestFocus();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Image picture = scene.snapshot(null);
        stage.close();
        return picture;
    }

    private static double share(Image picture, Color color) {
        int wanted = 0xff000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
        int hits = 0;
        int all = 0;
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                all++;
                if (picture.getPixelReader().getArgb(x, y) == wanted) {
                    hits++;
                }
            }
        }
        return (double) hits / all;
    }
}
