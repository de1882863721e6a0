package io.novacron.oncall.views.canvas;

import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.themes.Theme;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A canvas of exactly the size of this region, drawn anew when the size, the theme or the data changes, at most once
/// per
/// pulse. JavaFX keeps the canvas' pixels at the screen's scale; sizes here are in px of the scene. FX thread only.
public final class CanvasPane extends Region {
    /// The largest side a texture may have everywhere; what is larger is cut off, since a viewport never is.
    private static final double LARGEST = 8192;

    private final Canvas canvas = new Canvas();
    private final Painter painter;
    private boolean stale = true;

    /// Draws one frame on a cleared canvas.
    @FunctionalInterface
    public interface Painter {
        /// Called on the JavaFX thread.
        ///
        /// @param width  px to draw on from 0
        /// @param height px to draw on from 0
        void draw(GraphicsContext graphics, double width, double height, Palette palette);
    }

    public CanvasPane(Painter painter) {
        this.painter = painter;
        getStyleClass().add("oc-canvas");
        canvas.setManaged(false);
        getChildren().add(canvas);
        ThemeWatch.of(this, this::repaint);
    }

    /// Draws again with the next pulse, however often it is called before.
    public void repaint() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = Math.min(LARGEST, Math.max(0, getWidth() - left - snappedRightInset()));
        double height = Math.min(LARGEST, Math.max(0, getHeight() - top - snappedBottomInset()));
        canvas.relocate(left, top);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        Scene scene = getScene();
        if (stale && scene != null && width > 0 && height > 0) {
            stale = false;
            draw(width, height, Palette.of(Theme.of(scene)));
        }
    }

    private void draw(double width, double height, Palette palette) {
        var graphics = canvas.getGraphicsContext2D();
        graphics.save();
        graphics.clearRect(0, 0, width, height);
        painter.draw(graphics, width, height, palette);
        graphics.restore();
    }
}
