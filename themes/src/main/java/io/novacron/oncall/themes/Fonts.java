package io.novacron.oncall.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.text.Font;

/// The two families the console brings along (both under the SIL Open Font Licence), so that it looks the same on every
/// machine: Inter for text, JetBrains Mono for what must line up.
public final class Fonts {
    private static final List<String> FILES = List.of(
            "Inter-Regular.ttf",
            "Inter-SemiBold.ttf",
            "Inter-Bold.ttf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf");
    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private Fonts() {}

    /// Makes the families known to JavaFX, once. Any thread.
    ///
    /// @throws IllegalStateException when a bundled file cannot be used: the installation is damaged
    public static void load() {
        if (LOADED.compareAndSet(false, true)) {
            FILES.forEach(Fonts::load);
        }
    }

    /// Ordinary text, `size` in px.
    public static Font text(double size) {
        load();
        return Font.font("Inter", size);
    }

    /// Headings and words that carry weight, `size` in px.
    public static Font strong(double size) {
        load();
        return Font.font("Inter SemiBold", size);
    }

    /// Text whose columns line up, `size` in px.
    public static Font mono(double size) {
        load();
        return Font.font("JetBrains Mono", size);
    }

    private static void load(String file) {
        try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream("fonts/" + file), file)) {
            if (Font.loadFont(in, 13) == null) {
                throw new IllegalStateException(
                        "The bundled font " + file + " cannot be read: install the console anew.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The bundled font " + file + " cannot be read: install the console anew.", e);
        }
    }
}
