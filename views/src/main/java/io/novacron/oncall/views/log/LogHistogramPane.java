package io.novacron.oncall.views.log;

import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogLevel;
import io.novacron.oncall.themes.Fonts;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.views.canvas.CanvasPane;
import io.novacron.oncall.views.canvas.TextFit;
import io.novacron.oncall.views.controls.ExactTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Hits over time, stacked by severity with the worst on the floor, where heights compare best. FX thread only.
final class LogHistogramPane extends StackPane {
    private static final double LEFT = 56;
    private static final double RIGHT = 16;
    private static final double TOP = 10;
    private static final double BOTTOM = 22;
    private static final double SMALL = 11;

    private final ExactTime times;
    private final TextFit text = new TextFit();
    private final Tooltip tip = new Tooltip();
    private final CanvasPane canvas = new CanvasPane(this::draw);
    private @Nullable LogHistogram histogram;
    private boolean dimmed;
    private int hovered = -1;

    LogHistogramPane(ExactTime times) {
        this.times = times;
        getChildren().add(canvas);
        setMinHeight(96);
        setPrefHeight(128);
        setMaxHeight(128);
        setAccessibleText("Hits over time");
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(bar(event.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(-1));
        Tooltip.install(canvas, tip);
    }

    /// @param outdated the bars belong to an earlier search
    void show(@Nullable LogHistogram now, boolean outdated) {
        histogram = now;
        dimmed = outdated;
        canvas.repaint();
    }

    private List<LogHistogram.Bucket> buckets() {
        return histogram == null ? List.of() : histogram.buckets();
    }

    private int bar(double x) {
        int count = buckets().size();
        int bar = (int) Math.floor((x - LEFT) / (getWidth() - LEFT - RIGHT) * count);
        return bar < 0 || bar >= count ? -1 : bar;
    }

    private void hover(int bar) {
        if (bar != hovered) {
            hovered = bar;
            canvas.repaint();
            if (bar >= 0) {
                LogHistogram.Bucket bucket = buckets().get(bar);
                var words = new StringBuilder(times.hover(bucket.start()));
                words.append('\n').append(LogCounts.number(bucket.count())).append(" hits");
                Map<LogLevel, Long> sums = LogCounts.sum(bucket);
                for (LogLevel level : LogMark.WORST_FIRST) {
                    if (sums.containsKey(level)) {
                        words.append('\n').append(level.word()).append("  ").append(LogCounts.number(sums.get(level)));
                    }
                }
                tip.setText(words.toString());
            }
        }
    }

    private void draw(GraphicsContext g, double width, double height, Palette palette) {
        List<LogHistogram.Bucket> buckets = buckets();
        if (buckets.isEmpty()) {
            return;
        }
        g.setGlobalAlpha(dimmed ? 0.4 : 1);
        long most = Math.max(
                1, buckets.stream().mapToLong(LogHistogram.Bucket::count).max().orElse(1));
        double floor = height - BOTTOM;
        double high = floor - TOP;
        axis(g, palette, width, floor, high, most);
        double step = (width - LEFT - RIGHT) / buckets.size();
        for (int i = 0; i < buckets.size(); i++) {
            double x = LEFT + i * step;
            if (i == hovered) {
                g.setFill(palette.color("-oc-surface-hover"));
                g.fillRect(x, TOP, step, high);
            }
            stack(g, palette, buckets.get(i), x, Math.max(1, step - (step > 4 ? 1.5 : 0)), floor, high / most);
        }
        labels(g, palette, buckets, width, step, height);
    }

    private static void stack(
            GraphicsContext g,
            Palette palette,
            LogHistogram.Bucket bucket,
            double x,
            double width,
            double floor,
            double unit) {
        Map<LogLevel, Long> sums = LogCounts.sum(bucket);
        double y = floor;
        for (LogLevel level : LogMark.WORST_FIRST) {
            long count = sums.getOrDefault(level, 0L);
            if (count > 0) {
                double tall = Math.max(0.5, (double) count * unit);
                g.setFill(LogMark.of(level).fg(palette).deriveColor(0, 1, 1, bulk(level) ? 0.55 : 1));
                g.fillRect(x, y - tall, width, tall);
                y -= tall;
            }
        }
    }

    /// The many that nobody is called for step back behind the few.
    private static boolean bulk(LogLevel level) {
        return LogMark.WORST_FIRST.indexOf(level) >= LogMark.WORST_FIRST.indexOf(LogLevel.NOTICE);
    }

    private void axis(GraphicsContext g, Palette palette, double width, double floor, double high, long most) {
        g.setTextBaseline(VPos.CENTER);
        g.setFont(Fonts.text(SMALL));
        g.setLineWidth(1);
        for (int part = 0; part <= 2; part++) {
            double y = Math.floor(floor - high * part / 2) + 0.5;
            g.setStroke(palette.color(part == 0 ? "-oc-border-strong" : "-oc-grid"));
            g.strokeLine(LEFT, y, width - RIGHT, y);
            String words = part == 1 && most < 2 ? "" : LogCounts.number(most * part / 2);
            g.setFill(palette.color("-oc-axis"));
            g.fillText(words, LEFT - 8 - text.width(words, g.getFont()), y);
        }
    }

    private void labels(
            GraphicsContext g,
            Palette palette,
            List<LogHistogram.Bucket> buckets,
            double width,
            double step,
            double height) {
        g.setFill(palette.color("-oc-axis"));
        Duration span =
                Duration.between(buckets.getFirst().start(), buckets.getLast().start());
        boolean days = span.compareTo(Duration.ofHours(20)) > 0;
        double room = days ? 110 : 76;
        int every = Math.max(1, (int) Math.ceil(room / step));
        for (int i = 0; i < buckets.size(); i += every) {
            Instant start = buckets.get(i).start();
            String words = days ? times.minutes(start) : times.hour(start);
            double x = LEFT + i * step;
            if (x + text.width(words, g.getFont()) < width - RIGHT) {
                g.fillText(words, x, height - BOTTOM / 2 + 1);
            }
        }
    }
}
