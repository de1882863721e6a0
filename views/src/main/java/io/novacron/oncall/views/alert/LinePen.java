package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.themes.SeverityMark;
import io.novacron.oncall.views.canvas.TextFit;
import io.novacron.oncall.views.controls.SeverityBadge;
import io.novacron.oncall.views.controls.StateChip;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;

/// What lines of the list are drawn with: words, chips and marks in the looks that the style sheet gives labels.
/// Everything is centred on the height it is given. FX thread only.
final class LinePen {
    private static final double CHIP_HEIGHT = 1.37;
    private static final double ROUND = 0.66;
    private static final double GRID = 16;
    private static final double STROKE = 1.4;
    private static final double PAST = 0.6;

    /// How words look.
    enum Look {
        PLAIN("-oc-text", false),
        STRONG("-oc-text", true),
        QUIET("-oc-text-muted", false),
        FAINT("-oc-text-faint", false),
        NOTE("-oc-note-fg", true);

        private final String token;
        private final boolean strong;

        Look(String token, boolean strong) {
            this.token = token;
            this.strong = strong;
        }
    }

    private final GraphicsContext graphics;
    private final LineType type;
    private final TextFit fit;
    private final Palette palette;
    private final double em;
    private final boolean dimmed;

    /// @param dimmed what is drawn is of the past, not of now
    LinePen(GraphicsContext graphics, LineType type, boolean dimmed) {
        this.graphics = graphics;
        this.type = type;
        this.fit = type.fit();
        this.palette = type.palette();
        this.em = type.em();
        this.dimmed = dimmed;
        graphics.setTextBaseline(VPos.CENTER);
    }

    GraphicsContext graphics() {
        return graphics;
    }

    Palette palette() {
        return palette;
    }

    /// The size of ordinary text, px.
    double em() {
        return em;
    }

    /// Between two things that stand beside each other, px.
    double gap() {
        return 0.62 * em;
    }

    /// The width of ordinary words, px.
    double width(String words) {
        return fit.width(Visible.line(words), type.text());
    }

    /// Writes as much of text from outside as there is room for; what would hide, turn or forge anything is written
    /// out, told by colour and marked by a sign before it.
    ///
    /// @return where the words end, px; `x` where nothing was written
    double words(String text, Look look, double x, double end, double middle) {
        if (text.isEmpty() || end <= x) {
            return x;
        }
        boolean odd = Visible.suspicious(text);
        Color color = palette.color(odd ? "-oc-doubt-fg" : dimmed ? "-oc-text-dimmed" : look.token);
        double from = x;
        if (odd) {
            double side = em;
            icon(Icon.WARNING, color, from, middle, side);
            from += side + 0.31 * em;
        }
        Font font = look.strong ? type.strong() : type.text();
        return write(Visible.line(text), font, color, from, end, middle);
    }

    private double write(String words, Font font, Color color, double x, double end, double middle) {
        String fitting = fit.fit(words, font, end - x);
        graphics.setFont(font);
        graphics.setFill(color);
        graphics.fillText(fitting, x, middle);
        return x + fit.width(fitting, font);
    }

    /// A severity as shape, word and colour.
    ///
    /// @return where it ends, px
    double severity(Severity severity, double x, double middle) {
        SeverityMark mark = SeverityBadge.mark(severity);
        Font font = type.smallStrong();
        double small = font.getSize();
        double width = (0.42 + 1 + 0.42 + 0.5) * small + fit.width(severity.mark(), font);
        fade();
        ground(mark.bg(palette), x, width, middle);
        Color on = mark.on(palette);
        double shape = x + 0.42 * small;
        graphics.save();
        graphics.translate(shape, middle - small / 2);
        graphics.scale(small / GRID, small / GRID);
        graphics.beginPath();
        graphics.appendSVGPath(mark.path());
        graphics.setFill(on);
        graphics.fill();
        graphics.restore();
        write(severity.mark(), font, on, shape + 1.42 * small, Double.MAX_VALUE, middle);
        graphics.setGlobalAlpha(1);
        return x + width;
    }

    /// An alert's state as colour, word and icon.
    ///
    /// @return where it ends, px
    double state(AlertState state, double x, double middle) {
        Font font = type.small();
        double small = font.getSize();
        double side = 1.23 * small;
        Color color = palette.color("-oc-alert-" + state.word() + "-fg");
        double width = (0.5 + 1.23 + 0.42 + 0.58) * small + fit.width(state.word(), font);
        fade();
        ground(palette.color("-oc-alert-" + state.word() + "-bg"), x, width, middle);
        icon(StateChip.icon(state), color, x + 0.5 * small, middle, side);
        write(state.word(), font, color, x + (0.5 + 0.42) * small + side, Double.MAX_VALUE, middle);
        graphics.setGlobalAlpha(1);
        return x + width;
    }

    /// A few words on a ground of their own, such as a number.
    ///
    /// @return where they end, px
    double count(String words, double x, double middle) {
        Font font = type.tiny();
        double small = font.getSize();
        double width = countWidth(words);
        fade();
        ground(palette.color("-oc-quiet-bg"), x, width, middle);
        write(words, font, palette.color("-oc-quiet-fg"), x + 0.5 * small, Double.MAX_VALUE, middle);
        graphics.setGlobalAlpha(1);
        return x + width;
    }

    /// The width that [#count] needs, px.
    double countWidth(String words) {
        return 1.08 * type.tiny().getSize() + fit.width(words, type.tiny());
    }

    /// A line drawing in the colour of quiet words.
    void icon(Icon icon, double x, double middle) {
        icon(icon, palette.color("-oc-text-muted"), x, middle, 1.23 * em);
    }

    private void icon(Icon icon, Color color, double x, double middle, double side) {
        graphics.save();
        graphics.translate(x, middle - side / 2);
        graphics.scale(side / GRID, side / GRID);
        graphics.setStroke(color);
        graphics.setLineWidth(STROKE);
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.beginPath();
        graphics.appendSVGPath(icon.path());
        graphics.stroke();
        graphics.restore();
    }

    private void ground(Color color, double x, double width, double middle) {
        double height = Math.rint(CHIP_HEIGHT * type.small().getSize());
        double round = ROUND * type.small().getSize();
        graphics.setFill(color);
        graphics.fillRoundRect(x, Math.rint(middle - height / 2), width, height, round, round);
    }

    private void fade() {
        graphics.setGlobalAlpha(dimmed ? PAST : 1);
    }
}
