package io.novacron.oncall.views.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.fx.Toolkit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CanvasTests {
    @Test
    void manyRepaintsAreOneDrawingPerLayoutAndTheThemeIsFollowed() {
        Toolkit.run(() -> {
            List<String> drawn = new ArrayList<>();
            var pane = new CanvasPane((graphics, width, height, palette) ->
                    drawn.add(palette.theme() + " " + (int) width + "x" + (int) height));
            var root = new StackPane(pane);
            var scene = new Scene(root, 202, 102);
            Theme.DARK.apply(scene);
            root.applyCss();
            root.layout();
            pane.repaint();
            pane.repaint();
            root.layout();
            root.layout();
            Theme.LIGHT.apply(scene);
            root.layout();
            root.resize(302, 102);
            root.layout();
            assertThat(drawn).containsExactly("DARK 200x100", "DARK 200x100", "LIGHT 200x100", "LIGHT 300x100");
        });
    }

    @Test
    void whatWasDrawnIsOnThePictureInTheThemesColours() throws IOException {
        var image = Toolkit.call(() -> {
            var pane = new CanvasPane((graphics, width, height, palette) -> {
                graphics.setFill(palette.color("-oc-s1-fg"));
                graphics.fillRect(0, 0, width / 2, height);
            });
            var scene = new Scene(new StackPane(pane), 102, 52);
            Theme.DARK.apply(scene);
            return scene.snapshot(null);
        });
        var read = read(image);
        assertThat(read.getWidth()).isEqualTo(102);
        assertThat(read.getRGB(20, 20)).isEqualTo(argb(Palette.of(Theme.DARK).color("-oc-s1-fg")));
        assertThat(read.getRGB(80, 20)).isEqualTo(argb(Palette.of(Theme.DARK).color("-oc-surface-window")));
    }

    @Test
    void anotherProgramReadsEveryPixelOfOurPngAsItWas() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var image = new WritableImage(37, 23);
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                image.getPixelWriter().setArgb(x, y, random.nextInt() | 0xff000000);
            }
        }
        var read = read(image);
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                assertThat(read.getRGB(x, y))
                        .as("seed %s pixel %s,%s", seed, x, y)
                        .isEqualTo(image.getPixelReader().getArgb(x, y));
            }
        }
    }

    private static BufferedImage read(WritableImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Png.write(image, bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static int argb(Color color) {
        return 0xff000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
