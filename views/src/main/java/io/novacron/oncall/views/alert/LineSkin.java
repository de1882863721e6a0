package io.novacron.oncall.views.alert;

import javafx.scene.canvas.Canvas;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableRow;

/// A row of a table that is one drawing instead of a cell for each column: a table styles and lays out every node of a
/// row again whenever rows come, go or move, which with a few dozen nodes a row is most of the time that a refresh of a
/// long list takes. The row itself keeps the ground, and with it what is selected, has the focus or is pointed at. FX
/// thread only.
final class LineSkin extends SkinBase<TableRow<Line>> {
    private final Canvas canvas = new Canvas();
    private final Runnable resized;

    /// @param resized called when there is another size to draw on
    LineSkin(TableRow<Line> row, Runnable resized) {
        super(row);
        this.resized = resized;
        consumeMouseEvents(false);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
    }

    Canvas canvas() {
        return canvas;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        canvas.relocate(x, y);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            resized.run();
        }
    }

    /// As wide as the table has room, which its columns share.
    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return getSkinnable().getTableView().getFixedCellSize();
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected double computeMaxHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }
}
