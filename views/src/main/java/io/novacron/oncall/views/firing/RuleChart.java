package io.novacron.oncall.views.firing;

import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.views.canvas.CanvasPane;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A small chart of a rule's expression: lines, and the limit as a dashed one. FX thread only.
final class RuleChart extends VBox {
    private static final double PAD = 3;

    private final ExactTime times;
    private final CanvasPane canvas = new CanvasPane(this::draw);
    private final Label top = SafeText.label("", "oc-faint");
    private final Label bottom = SafeText.label("", "oc-faint");
    private final Label from = SafeText.label("", "oc-faint");
    private final Label to = SafeText.label("", "oc-faint");
    private Optional<Curve> shown = Optional.empty();
    private double low;
    private double high = 1;

    RuleChart(ZoneId zone) {
        times = new ExactTime(zone);
        canvas.getStyleClass().add("oc-rule-chart");
        canvas.setMouseTransparent(true);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var scale = new VBox(top, space, bottom);
        scale.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(canvas, Priority.ALWAYS);
        var row = new HBox(6, canvas, scale);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        getChildren().addAll(row, new HBox(from, between, to));
        getStyleClass().add("oc-rule-chart-box");
    }

    void show(Curve curve) {
        shown = Optional.of(curve);
        DoubleSummaryStatistics values = curve.values().summaryStatistics();
        low = values.getCount() == 0 ? 0 : Math.min(0, values.getMin());
        high = values.getCount() == 0 ? 1 : values.getMax();
        if (high <= low) {
            high = low + 1;
        }
        top.setText(Curve.number(high));
        bottom.setText(Curve.number(low));
        from.setText(times.hour(moment(curve.start())));
        to.setText(times.hour(moment(curve.end())));
        canvas.repaint();
    }

    private static Instant moment(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private void draw(GraphicsContext graphics, double width, double height, Palette palette) {
        shown.ifPresent(curve -> {
            graphics.setStroke(palette.color("-oc-grid"));
            graphics.setLineWidth(1);
            for (int i = 0; i <= 2; i++) {
                double y = Math.round(PAD + (height - 2 * PAD) * i / 2) + 0.5;
                graphics.strokeLine(0, y, width, y);
            }
            for (int i = 0; i < curve.drawn().size(); i++) {
                graphics.setStroke(palette.series(i));
                graphics.setFill(palette.series(i));
                graphics.setLineWidth(1.5);
                line(graphics, curve, curve.drawn().get(i), width, height);
            }
            curve.limit().ifPresent(limit -> {
                graphics.setStroke(palette.color("-oc-bad-fg"));
                graphics.setLineWidth(1);
                graphics.setLineDashes(5, 4);
                double y = Math.round(y(limit, height)) + 0.5;
                graphics.strokeLine(0, y, width, y);
                graphics.setLineDashes();
            });
        });
    }

    /// Broken where a sample is missing or no number: a gap is never drawn over.
    private void line(GraphicsContext graphics, Curve curve, Series series, double width, double height) {
        double gap = (curve.end() - curve.start()) / 100;
        double before = Double.NEGATIVE_INFINITY;
        double lastX = 0;
        double lastY = 0;
        for (Point point : series.points()) {
            if (!Double.isFinite(point.value())) {
                before = Double.NEGATIVE_INFINITY;
                continue;
            }
            double x = (point.time() - curve.start()) / (curve.end() - curve.start()) * width;
            double y = y(point.value(), height);
            if (point.time() - before <= gap) {
                graphics.strokeLine(lastX, lastY, x, y);
            } else {
                graphics.fillRect(x - 0.75, y - 0.75, 1.5, 1.5);
            }
            before = point.time();
            lastX = x;
            lastY = y;
        }
    }

    private double y(double value, double height) {
        return height - PAD - (value - low) / (high - low) * (height - 2 * PAD);
    }
}
