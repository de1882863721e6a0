package io.novacron.oncall.themes;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.paint.Color;

/// The tokens of one theme as colours, for what is drawn on a canvas. Read from the very style sheets the controls use,
/// so that a canvas cannot drift from them. Immutable; any thread.
public final class Palette {
    /// How many colours a chart has before they repeat.
    public static final int SERIES = 8;

    private static final Map<Theme, Palette> ALL = read();

    private final Theme theme;
    private final Map<String, Color> colors;

    private Palette(Theme theme) {
        this.theme = theme;
        this.colors = Tokens.read(theme.sources());
    }

    /// The palette of `theme`.
    public static Palette of(Theme theme) {
        return Objects.requireNonNull(ALL.get(theme));
    }

    /// The theme these colours belong to.
    public Theme theme() {
        return theme;
    }

    /// The colour of a token, such as `-oc-edge` or `-color-fg-default`.
    ///
    /// @throws IllegalArgumentException when no style sheet defines it
    public Color color(String token) {
        Color color = colors.get(token);
        if (color == null) {
            throw new IllegalArgumentException("No style sheet of the theme " + theme + " defines the colour " + token);
        }
        return color;
    }

    /// The colour of the chart series with this index from 0; it repeats after [#SERIES].
    public Color series(int index) {
        return color("-oc-chart-" + (Math.floorMod(index, SERIES) + 1));
    }

    /// The names of all tokens.
    Set<String> tokens() {
        return Collections.unmodifiableSet(colors.keySet());
    }

    private static Map<Theme, Palette> read() {
        var all = new EnumMap<Theme, Palette>(Theme.class);
        for (Theme theme : Theme.values()) {
            all.put(theme, new Palette(theme));
        }
        return all;
    }
}
