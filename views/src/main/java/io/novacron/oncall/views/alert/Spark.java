package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.firing.AlertHistory;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.views.canvas.CanvasPane;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The last 24 h of an alert in a cell: a bar for each part of the day in which it fired, as high as the share of that
/// part, a dot where Prometheus knows nothing, and how often it began. FX thread only.
final class Spark implements Face {
    private final RowHistory book;
    private final CanvasPane canvas = new CanvasPane(this::draw);
    private final Label starts = SafeText.label("", "oc-faint");
    private final HBox box = new HBox(canvas, starts);
    private Optional<AlertHistory> shown = Optional.empty();

    Spark(RowHistory book) {
        this.book = book;
        canvas.getStyleClass().add("oc-spark");
        canvas.setMouseTransparent(true);
        starts.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(canvas, Priority.ALWAYS);
        box.getStyleClass().add("oc-cell");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(AlertRow row, Instant now) {
        tick(row, now);
    }

    @Override
    public void show(GroupRow group) {
        present(Optional.empty());
    }

    @Override
    public void tick(AlertRow row, Instant now) {
        present(book.of(row.key()));
    }

    private void present(Optional<AlertHistory> history) {
        if (history.equals(shown)) {
            return;
        }
        shown = history;
        starts.setText(history.map(Spark::text).orElse(""));
        box.setAccessibleText(starts.getText());
        canvas.repaint();
    }

    /// `4×`; `≈` where several series of Prometheus became this one alert.
    private static String text(AlertHistory history) {
        if (history.series() == 0) {
            return "not known";
        }
        return (history.ambiguous() ? "≈ " : "") + history.starts() + "×";
    }

    private void draw(GraphicsContext graphics, double width, double height, Palette palette) {
        List<Double> buckets = shown.map(AlertHistory::buckets).orElse(List.of());
        if (buckets.isEmpty()) {
            return;
        }
        double step = width / buckets.size();
        double gap = step > 3 ? 1 : 0;
        for (int i = 0; i < buckets.size(); i++) {
            double share = buckets.get(i);
            double x = Math.floor(i * step);
            double bar = Math.max(1, Math.floor((i + 1) * step) - x - gap);
            if (Double.isNaN(share)) {
                graphics.setFill(palette.color("-oc-text-faint"));
                graphics.fillRect(x + bar / 2, height - 2, 1, 1);
            } else {
                graphics.setFill(palette.color(share > 0 ? "-oc-bad-fg" : "-oc-grid"));
                double tall = share > 0 ? Math.max(2, share * height) : 1;
                graphics.fillRect(x, height - tall, bar, tall);
            }
        }
    }
}
