package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.firing.AlertHistory;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.alert.LinePen.Look;
import io.novacron.oncall.views.controls.Age;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/// How each column draws a line, and how a narrow window draws all of it. FX thread only.
final class LinePainter {
    private static final double PADDING = 0.54;
    private static final double CHEVRON = 1.23;

    private final LineWords words;
    private final RowHistory history;

    LinePainter(LineWords words, RowHistory history) {
        this.words = words;
        this.history = history;
    }

    /// The free space at both sides of a column, px.
    static double padding(double em) {
        return PADDING * em;
    }

    /// Whether this place, px from the left edge of the column of names, is the sign that opens and closes a group.
    static boolean onChevron(double x, double em) {
        return x >= 0 && x < (PADDING + CHEVRON + PADDING) * em;
    }

    /// @param x      px, where the room of the column's words begins
    /// @param end    px, where it ends
    /// @param middle px, the height they stand on
    void draw(LinePen pen, AlertColumn column, Line line, Instant now, double x, double end, double middle) {
        switch (column) {
            case SEVERITY -> pen.severity(line.severity(), x, middle);
            case NAME -> name(pen, line, x, end, middle);
            case STATE -> state(pen, line, x, end, middle);
            case OWNER -> owner(pen, line, now, x, end, middle);
            case DAY -> day(pen, line, x, end, middle);
            case AGE, CLUSTER -> {
                boolean time = column == AlertColumn.AGE;
                pen.words(words.of(column, line, now), time ? Look.QUIET : Look.PLAIN, x, end, middle);
            }
            case DIFFERS, SUMMARY, CATEGORY, RECEIVERS ->
                pen.words(words.of(column, line, now), Look.QUIET, x, end, middle);
        }
    }

    private static void name(LinePen pen, Line line, double x, double end, double middle) {
        switch (line) {
            case AlertRow row -> {
                double from = row.grouped() ? x + CHEVRON * pen.em() + pen.gap() : x;
                named(pen, row.name(), look(row), row.replicas(), from, end, middle);
            }
            case GroupRow group -> {
                double from = chevron(pen, group, x, middle);
                named(
                        pen,
                        group.title(),
                        Look.STRONG,
                        Integer.toString(group.about().size()),
                        from,
                        end,
                        middle);
            }
        }
    }

    private static double chevron(LinePen pen, GroupRow group, double x, double middle) {
        pen.icon(group.collapsed() ? Icon.CHEVRON_RIGHT : Icon.CHEVRON_DOWN, x, middle);
        return x + CHEVRON * pen.em() + pen.gap();
    }

    private static void named(LinePen pen, String name, Look look, String more, double x, double end, double middle) {
        if (more.isEmpty()) {
            pen.words(name, look, x, end, middle);
            return;
        }
        double after = pen.words(name, look, x, end - pen.countWidth(more) - pen.gap(), middle);
        pen.count(more, after + pen.gap(), middle);
    }

    private static Look look(AlertRow row) {
        return row.state() == AlertState.FIRING ? Look.STRONG : Look.QUIET;
    }

    private static void state(LinePen pen, Line line, double x, double end, double middle) {
        switch (line) {
            case AlertRow row -> {
                double after = pen.state(row.state(), x, middle) + pen.gap();
                double next = pen.words(row.underWay(), Look.NOTE, after, end, middle);
                pen.words(row.why(), Look.FAINT, next > after ? next + pen.gap() : after, end, middle);
            }
            case GroupRow group -> pen.words(group.counts(), Look.FAINT, x, end, middle);
        }
    }

    private static void owner(LinePen pen, Line line, Instant now, double x, double end, double middle) {
        if (line instanceof AlertRow row && row.ownedSince() != null) {
            String since = LineWords.since(row, now);
            double after = pen.words(row.owner(), Look.PLAIN, x, end - pen.width(since) - pen.gap(), middle);
            pen.words(since, Look.FAINT, after + pen.gap(), end, middle);
        }
    }

    /// The last 24 h of an alert: a bar for each part of the day in which it fired, as high as the share of that part,
    /// a
    /// dot where Prometheus knows nothing, and how often it began.
    private void day(LinePen pen, Line line, double x, double end, double middle) {
        Optional<AlertHistory> known = line instanceof AlertRow row ? history.of(row.key()) : Optional.empty();
        known.ifPresent(day -> {
            String starts = LineWords.starts(day);
            double from = Math.max(x, end - pen.width(starts));
            pen.words(starts, Look.FAINT, from, end, middle);
            bars(pen, day.buckets(), x, from - pen.gap(), middle);
        });
    }

    private static void bars(LinePen pen, List<Double> buckets, double x, double end, double middle) {
        if (buckets.isEmpty() || end <= x) {
            return;
        }
        GraphicsContext graphics = pen.graphics();
        double height = Math.rint(1.38 * pen.em());
        double foot = Math.rint(middle + height / 2);
        double step = (end - x) / buckets.size();
        double space = step > 3 ? 1 : 0;
        for (int i = 0; i < buckets.size(); i++) {
            double share = buckets.get(i);
            double left = Math.floor(x + i * step);
            double width = Math.max(1, Math.floor(x + (i + 1) * step) - left - space);
            if (Double.isNaN(share)) {
                graphics.setFill(pen.palette().color("-oc-text-faint"));
                graphics.fillRect(left + width / 2, foot - 2, 1, 1);
            } else {
                graphics.setFill(pen.palette().color(share > 0 ? "-oc-bad-fg" : "-oc-grid"));
                double tall = share > 0 ? Math.max(2, share * height) : 1;
                graphics.fillRect(left, foot - tall, width, tall);
            }
        }
    }

    /// All of a line on two lines of text, for a window too narrow for columns.
    void card(LinePen pen, Line line, Instant now, double width, double height) {
        double x = padding(pen.em());
        double end = width - x;
        double above = Math.rint(height * 0.3);
        double below = Math.rint(height * 0.7);
        switch (line) {
            case AlertRow row -> {
                String age = Age.between(row.startsAt(), now);
                double from = end - pen.width(age);
                pen.words(age, Look.QUIET, from, end, above);
                double after = pen.severity(row.severity(), x, above) + pen.gap();
                named(pen, row.name(), look(row), row.replicas(), after, from - pen.gap(), above);
                second(pen, row, now, x, end, below);
            }
            case GroupRow group -> {
                double after = chevron(pen, group, x, above);
                double name = pen.severity(group.severity(), after, above) + pen.gap();
                pen.words(group.title(), Look.STRONG, name, end, above);
                pen.words(group.counts(), Look.QUIET, x, end, below);
            }
        }
    }

    private static void second(LinePen pen, AlertRow row, Instant now, double x, double end, double middle) {
        double at = pen.state(row.state(), x, middle) + pen.gap();
        if (row.ownedSince() != null) {
            at = pen.words(row.owner(), Look.PLAIN, at, end, middle) + pen.gap();
            at = pen.words(LineWords.since(row, now), Look.FAINT, at, end, middle) + pen.gap();
        }
        String told = row.underWay().isEmpty() ? row.why() : row.underWay();
        Look look = row.underWay().isEmpty() ? Look.QUIET : Look.NOTE;
        pen.words(told.isEmpty() ? row.cluster() + "  " + said(row) : told, look, at, end, middle);
    }

    private static String said(AlertRow row) {
        return row.summary().isBlank() ? row.differs() : row.summary();
    }
}
