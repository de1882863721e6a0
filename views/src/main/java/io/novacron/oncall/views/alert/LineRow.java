package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.firing.AlertHistory;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.controls.Age;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// One row of the list. It is drawn once for each line, size and theme it gets, and when something on it that grows
/// with
/// time reads differently. FX thread only.
final class LineRow extends TableRow<Line> {
    private final AlertTable table;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Drawn drawn;
    private boolean hovering;

    /// What was drawn.
    private record Drawn(Line line, String age, String since, Optional<AlertHistory> history) {}

    LineRow(AlertTable table) {
        this.table = table;
        setOnMouseMoved(this::point);
        setOnMousePressed(table::press);
    }

    /// The line it shows; null for none.
    @Nullable
    Line line() {
        return isEmpty() || !isVisible() || getScene() == null ? null : getItem();
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        boolean group = !empty && line instanceof GroupRow;
        if (!group) {
            getStyleClass().remove("oc-group");
        } else if (!getStyleClass().contains("oc-group")) {
            getStyleClass().add("oc-group");
        }
        if (getSkin() instanceof LineSkin skin) {
            skin.canvas().setVisible(!empty && line != null);
            refresh();
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LineSkin(this, this::redraw);
    }

    /// Draws again where what it shows reads differently now.
    void refresh() {
        Line line = getItem();
        if (!isEmpty() && line != null && !now(line).equals(drawn)) {
            redraw();
        }
    }

    /// Draws again whatever it shows.
    void redraw() {
        drawn = null;
        table.willPaint(this);
    }

    private Drawn now(Line line) {
        Instant now = table.now();
        return line instanceof AlertRow row
                ? new Drawn(
                        line,
                        Age.between(row.startsAt(), now),
                        LineWords.since(row, now),
                        table.history().of(row.key()))
                : new Drawn(line, "", "", Optional.empty());
    }

    void paint(LineType type) {
        Line line = getItem();
        if (isEmpty() || line == null || !(getSkin() instanceof LineSkin skin)) {
            return;
        }
        Drawn now = now(line);
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        Canvas canvas = skin.canvas();
        var graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        var pen = new LinePen(graphics, type, line instanceof AlertRow row && row.dimmed());
        double padding = LinePainter.padding(type.em());
        double middle = Math.rint(canvas.getHeight() / 2);
        if (table.columns().narrow()) {
            table.painter().card(pen, line, table.now(), canvas.getWidth(), canvas.getHeight());
            return;
        }
        across((column, x, width) ->
                table.painter().draw(pen, column, line, table.now(), x + padding, x + width - padding, middle));
    }

    private interface Column {
        void at(AlertColumn column, double x, double width);
    }

    private void across(Column visit) {
        double x = 0;
        for (TableColumn<Line, ?> column : table.view().getVisibleLeafColumns()) {
            AlertColumn which = table.columns().of(column);
            if (which != null) {
                visit.at(which, x, column.getWidth());
            }
            x += column.getWidth();
        }
    }

    /// Whether this place is the sign that opens and closes its group.
    boolean onChevron(Point2D at) {
        double em = Theme.of(getScene()).textSize();
        if (!(getItem() instanceof GroupRow)) {
            return false;
        }
        if (table.columns().narrow()) {
            return LinePainter.onChevron(at.getX(), em);
        }
        var hit = new boolean[1];
        across((column, x, width) -> hit[0] |= column == AlertColumn.NAME && LinePainter.onChevron(at.getX() - x, em));
        return hit[0];
    }

    private void point(MouseEvent event) {
        String said = hover(event.getX());
        tooltip.setText(said);
        if (!said.isEmpty() != hovering) {
            hovering = !hovering;
            if (hovering) {
                Tooltip.install(this, tooltip);
            } else {
                Tooltip.uninstall(this, tooltip);
            }
        }
    }

    private String hover(double at) {
        Line line = getItem();
        if (isEmpty() || line == null) {
            return "";
        }
        if (table.columns().narrow()) {
            return Visible.line(table.words().all(line, table.now()));
        }
        var said = new String[] {""};
        var type = table.type();
        across((column, x, width) -> {
            if (at >= x && at < x + width) {
                String words = table.words().of(column, line, table.now());
                boolean whole = type.fit().width(Visible.line(words), type.text())
                        <= width - 2 * LinePainter.padding(type.em());
                said[0] = table.words().hover(column, line, table.now(), whole);
            }
        });
        return Visible.block(said[0]);
    }

    /// What a screen reader says of it.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        Line line = getItem();
        return attribute == AccessibleAttribute.TEXT && !isEmpty() && line != null
                ? Visible.line(table.words().all(line, table.now()))
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
