package io.novacron.oncall.themes;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A path drawn on a 16 × 16 grid inside a box whose size comes from CSS. The grid, not the ink, is what is placed: all
/// icons of a column line up although their ink differs.
final class GridShape extends Region {
    /// Side of the grid on which all paths are drawn.
    static final double GRID = 16;

    private final SVGPath shape = new SVGPath();
    private final Scale scale = new Scale(1, 1, 0, 0);

    GridShape(String path, String shapeClass) {
        shape.setContent(path);
        shape.getStyleClass().add(shapeClass);
        shape.getTransforms().add(scale);
        shape.setManaged(false);
        setMouseTransparent(true);
        getChildren().add(shape);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(getWidth(), getHeight());
        scale.setX(side / GRID);
        scale.setY(side / GRID);
        shape.setLayoutX((getWidth() - side) / 2);
        shape.setLayoutY((getHeight() - side) / 2);
    }
}
