package io.novacron.oncall.views.estate;

import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.canvas.Png;
import io.novacron.oncall.views.fx.Toolkit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Draws a view as it stands into `target/pictures`.
public final class Shots {
    private Shots() {}

    /// One picture in each of light and dark at both sizes.
    public static void all(String name, Region view, Consumer<Region> prepare) {
        take(name, view, Theme.DARK, 1600, 1000, prepare);
        take(name, view, Theme.LIGHT, 1600, 1000, prepare);
        take(name, view, Theme.LIGHT, 1280, 800, prepare);
        take(name, view, Theme.DARK, 1280, 800, prepare);
    }

    /// One light and one dark picture, for the states beside the usual one.
    public static void two(String name, Region view) {
        take(name, view, Theme.DARK, 1280, 800, region -> {});
        take(name, view, Theme.LIGHT, 1600, 1000, region -> {});
    }

    /// One picture; `prepare` runs on the FX thread once the view stands in its window.
    public static Image take(String name, Region view, Theme theme, int width, int height, Consumer<Region> prepare) {
        Stage stage = Toolkit.call(() -> {
            var root = new StackPane(view);
            var scene = new Scene(root, width, height);
            theme.apply(scene);
            var window = new Stage();
            window.setScene(scene);
            window.show();
            root.applyCss();
            root.layout();
            prepare.accept(view);
            root.applyCss();
            root.layout();
            return window;
        });
        Image image = Toolkit.call(() -> {
            stage.getScene().getRoot().layout();
            Image shot = stage.getScene().snapshot(null);
            stage.close();
            ((StackPane) stage.getScene().getRoot()).getChildren().clear();
            return shot;
        });
        write(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width, image);
        return image;
    }

    private static void write(String name, Image image) {
        Path file = Path.of("target", "pictures", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            try (var out = Files.newOutputStream(file)) {
                Png.write(image, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
