package io.novacron.oncall.themes;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// The three looks of the console. Each is AtlantaFX Primer, one file of token values (the wall: dark's plus its own
/// few)
/// and the one `oncall.css`. A theme belongs to a scene, not to the program, so that a wall window can stand beside a
/// light one. FX thread only.
public enum Theme {
    /// For daylight.
    LIGHT(new PrimerLight(), "light.css", 13),
    /// For the night shift, and the default.
    DARK(new PrimerDark(), "dark.css", 13),
    /// Dark with type that reads at five metres.
    WALL(new PrimerDark(), "dark.css", 24);

    private final String base;
    private final String values;
    private final double textSize;

    Theme(atlantafx.base.theme.Theme base, String values, double textSize) {
        this.base = base.getUserAgentStylesheet();
        this.values = values;
        this.textSize = textSize;
    }

    /// Dresses `scene`, and every popup it opens, in this theme; all style sheets it had are replaced. A theme that is
    /// already on costs nothing. A dialog has a scene of its own, which wants `Theme.of(owner).apply(…)` too.
    public void apply(Scene scene) {
        if (scene.getProperties().get(Theme.class) == this) {
            return;
        }
        Fonts.load();
        scene.setUserAgentStylesheet(resource(base).toExternalForm());
        scene.getStylesheets().setAll(stylesheets());
        scene.getProperties().put(Theme.class, this);
    }

    /// Makes AtlantaFX the program's own base style before the first control is built, so that JavaFX never loads its
    /// Modena. Scenes still need [#apply(Scene)].
    public void applyToProgram() {
        Application.setUserAgentStylesheet(resource(base).toExternalForm());
    }

    /// The theme `scene` wears; [#DARK] when it wears none. The theme is kept in the scene's properties under the key
    /// `Theme.class`, where a canvas can listen for a change.
    public static Theme of(Scene scene) {
        return scene.getProperties().get(Theme.class) instanceof Theme theme ? theme : DARK;
    }

    /// The size of ordinary text in px; everything else in the console is a multiple of it.
    public double textSize() {
        return textSize;
    }

    /// Our author style sheets in the order of the cascade, as URLs.
    List<String> stylesheets() {
        return sources().stream().skip(1).map(URL::toExternalForm).toList();
    }

    /// All that defines a token, in the order of the cascade: AtlantaFX, values, meanings.
    List<URL> sources() {
        var names =
                this == WALL ? List.of(base, values, "wall.css", "oncall.css") : List.of(base, values, "oncall.css");
        return names.stream().map(Theme::resource).toList();
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }
}
