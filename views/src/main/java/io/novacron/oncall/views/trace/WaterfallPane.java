package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.views.canvas.CanvasPane;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The spans of one trace as lines: names left, bars right, only those on the screen drawn. `j` `k` or arrows move,
/// left
/// and right fold and open, `-` and `+` fold and open all; the border between names and bars can be dragged. FX thread
/// only.
final class WaterfallPane extends BorderPane {
    private static final double GRIP = 5;
    private static final double NARROWEST = 140;

    private final WaterfallPainter painter = new WaterfallPainter();
    private final CanvasPane canvas;
    private final ScrollBar bar = new ScrollBar();
    private final ReadOnlyObjectWrapper<Optional<TraceTree.Row>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable TraceTree tree;
    private @Nullable WaterfallRows rows;
    private int selectedRow = -1;
    private int hoveredLine = -1;
    private double names = 400;
    private boolean resizing;

    WaterfallPane() {
        canvas = new CanvasPane((g, width, height, palette) -> {
            if (tree != null && rows != null) {
                settleBar(height);
                painter.draw(
                        g,
                        palette,
                        tree,
                        rows,
                        new WaterfallPainter.Frame(
                                width, height, Math.min(names, width * 0.7), bar.getValue(), selectedRow, hoveredLine));
            }
        });
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((property, before, now) -> canvas.repaint());
        setCenter(canvas);
        setRight(bar);
        canvas.setFocusTraversable(true);
        canvas.setAccessibleRole(AccessibleRole.LIST_VIEW);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> resizing = false);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(-1));
        addEventHandler(ScrollEvent.SCROLL, event -> scroll(-event.getDeltaY()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Begins at the top with the row that names the trace selected.
    void show(TraceTree trace) {
        tree = trace;
        rows = new WaterfallRows(trace);
        bar.setValue(0);
        hoveredLine = -1;
        select(trace.naming());
    }

    @Override
    public void requestFocus() {
        canvas.requestFocus();
    }

    /// The span chosen.
    ReadOnlyObjectProperty<Optional<TraceTree.Row>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Chooses a span by its index in the tree.
    void select(int row) {
        if (tree == null || row < 0 || row >= tree.rows().size()) {
            selectedRow = -1;
            selected.set(Optional.empty());
        } else {
            selectedRow = row;
            TraceTree.Row span = tree.rows().get(row);
            selected.set(Optional.of(span));
            setAccessibleText(
                    Visible.line(span.span().service() + " " + span.span().operation()) + ", "
                            + TraceDurations.words(span.duration()) + (span.error() ? ", error" : "") + ", level "
                            + (span.depth() + 1));
            reveal();
        }
        canvas.repaint();
    }

    private void settleBar(double height) {
        double all = WaterfallPainter.HEAD + (rows == null ? 0 : rows.size()) * WaterfallPainter.LINE;
        double most = Math.max(0, all - height);
        bar.setMax(most);
        bar.setVisibleAmount(most == 0 ? 1 : most * height / all);
        bar.setVisible(most > 0);
        bar.setManaged(most > 0);
        if (bar.getValue() > most) {
            bar.setValue(most);
        }
    }

    private void reveal() {
        if (rows != null && selectedRow >= 0) {
            double top = rows.lineOf(selectedRow) * WaterfallPainter.LINE;
            double room = Math.max(WaterfallPainter.LINE, canvas.getHeight() - WaterfallPainter.HEAD);
            if (top < bar.getValue()) {
                bar.setValue(top);
            } else if (canvas.getHeight() > 0 && top + WaterfallPainter.LINE > bar.getValue() + room) {
                bar.setMax(Math.max(bar.getMax(), top + WaterfallPainter.LINE - room));
                bar.setValue(top + WaterfallPainter.LINE - room);
            }
        }
    }

    private void scroll(double pixels) {
        bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() + pixels)));
    }

    private int line(double y) {
        int line = (int) Math.floor((y - WaterfallPainter.HEAD + bar.getValue()) / WaterfallPainter.LINE);
        return rows == null || y < WaterfallPainter.HEAD || line >= rows.size() ? -1 : line;
    }

    private void hover(int line) {
        if (line != hoveredLine) {
            hoveredLine = line;
            canvas.repaint();
        }
    }

    private void moved(MouseEvent event) {
        setCursor(Math.abs(event.getX() - names) < GRIP ? Cursor.H_RESIZE : Cursor.DEFAULT);
        hover(line(event.getY()));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        resizing = Math.abs(event.getX() - names) < GRIP;
        int line = line(event.getY());
        if (resizing || rows == null || line < 0) {
            return;
        }
        int row = rows.at(line);
        boolean onFold = event.getX() < names
                && event.getX() < WaterfallPainter.foldEnd(rows.row(line).depth());
        if (onFold && rows.hasChildren(row)) {
            rows.fold(row, !rows.isFolded(row));
        }
        select(row);
    }

    private void dragged(MouseEvent event) {
        if (resizing) {
            names = Math.max(NARROWEST, Math.min(event.getX(), canvas.getWidth() * 0.7));
            canvas.repaint();
        }
    }

    private void key(KeyEvent event) {
        if (rows == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int page = (int) Math.max(1, (canvas.getHeight() - WaterfallPainter.HEAD) / WaterfallPainter.LINE - 1);
        boolean known = true;
        switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case PAGE_DOWN -> step(page);
            case PAGE_UP -> step(-page);
            case HOME -> step(-rows.size());
            case END -> step(rows.size());
            case LEFT -> foldOrClimb();
            case RIGHT -> fold(selectedRow, false);
            case MINUS, SUBTRACT -> foldAll(true);
            case PLUS, ADD, EQUALS -> foldAll(false);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /// Goes down by so many lines, up where negative.
    void step(int lines) {
        if (rows != null && rows.size() > 0) {
            int from = selectedRow < 0 ? -1 : rows.lineOf(selectedRow);
            select(rows.at(Math.max(0, Math.min(rows.size() - 1, from + lines))));
        }
    }

    private void foldOrClimb() {
        if (rows == null || tree == null || selectedRow < 0) {
            return;
        }
        if (rows.hasChildren(selectedRow) && !rows.isFolded(selectedRow)) {
            fold(selectedRow, true);
        } else if (tree.rows().get(selectedRow).parent() >= 0) {
            select(tree.rows().get(selectedRow).parent());
        }
    }

    private void fold(int row, boolean shut) {
        if (rows != null && row >= 0) {
            rows.fold(row, shut);
            canvas.repaint();
        }
    }

    private void foldAll(boolean shut) {
        if (rows != null) {
            rows.foldAll(shut);
            select(selectedRow < 0 ? -1 : rows.at(rows.lineOf(selectedRow)));
        }
    }
}
