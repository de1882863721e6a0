package io.novacron.oncall.views.alert;

import io.novacron.oncall.themes.Fonts;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.canvas.TextFit;
import javafx.scene.text.Font;

/// The type and the colours that lines of the list are set in, of one theme. Fonts are looked up once, since that costs
/// more than a line takes to draw. FX thread only.
///
/// @param em    the size of ordinary text, px
/// @param small of chips
/// @param tiny  of counts
record LineType(
        Theme theme, Palette palette, double em, Font text, Font strong, Font small, Font smallStrong, Font tiny) {
    private static final double SMALL = 0.92;
    private static final double TINY = 0.85;
    private static final TextFit FIT = new TextFit();

    static LineType of(Theme theme) {
        double em = theme.textSize();
        return new LineType(
                theme,
                Palette.of(theme),
                em,
                Fonts.text(em),
                Fonts.strong(em),
                Fonts.text(SMALL * em),
                Fonts.strong(SMALL * em),
                Fonts.text(TINY * em));
    }

    TextFit fit() {
        return FIT;
    }
}
