package io.novacron.oncall.views.topology;

import io.novacron.oncall.themes.Fonts;
import io.novacron.oncall.views.canvas.TextFit;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// Words on a picture that is zoomed. The font grows, not the drawing of it: glyphs that go through a scale show their
/// overlapping outlines as holes. FX thread only.
final class Lettering {
    private final TextFit text = new TextFit();
    private Viewport view = Viewport.START;

    /// What is written from now on is seen through `seen`.
    void through(Viewport seen) {
        view = seen;
    }

    /// Writes as much of `words` as fits in `room`, centred on the line of `at`; `size` and `room` are of the picture.
    ///
    /// @return the width written, of the picture
    double write(GraphicsContext g, String words, boolean strong, double size, Color color, Spot at, double room) {
        Font font = font(strong, size);
        String fitting = text.fit(words, font, room * view.scale());
        g.save();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.setFont(font);
        g.setFill(color);
        g.fillText(fitting, Math.rint(at.x() * view.scale() + view.x()), Math.rint(at.y() * view.scale() + view.y()));
        g.restore();
        return text.width(fitting, font) / view.scale();
    }

    /// The width of `words`, of the picture.
    double width(String words, boolean strong, double size) {
        return text.width(words, font(strong, size)) / view.scale();
    }

    /// In steps of half a px, so that zooming does not make a font for every step of the wheel.
    private Font font(boolean strong, double size) {
        double seen = Math.max(1, Math.rint(size * view.scale() * 2) / 2);
        return strong ? Fonts.strong(seen) : Fonts.text(seen);
    }
}
