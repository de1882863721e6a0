package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.topology.ServiceNode;
import io.novacron.oncall.views.canvas.CanvasPane;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;

/// The picture under the user's hands: drag to move, wheel or `+` `-` to zoom, `0` to see all, arrows or a click to
/// select. The picture stays where it is when data comes; it is fitted once. FX thread only.
final class TopologyCanvas extends StackPane {
    private static final double STEP = 1.2;

    private final TopologyPainter painter = new TopologyPainter();
    private final CanvasPane canvas;
    private final Consumer<String> select;
    private TopologyPicture picture = TopologyPicture.NOTHING;
    private Viewport view = Viewport.START;
    private String hovered = "";
    private String selected = "";
    private double dragX;
    private double dragY;
    private boolean dragged;
    private boolean own;

    /// @param select receives the id of the card chosen, empty for none
    TopologyCanvas(Consumer<String> select) {
        this.select = select;
        canvas = new CanvasPane((g, width, height, palette) -> {
            if (!own) {
                view = Viewport.fit(picture.placement().spots().values(), width, height);
            }
            painter.draw(g, width, height, palette, picture, view, new TopologyPainter.Focus(hovered, selected));
        });
        getChildren().add(canvas);
        canvas.setFocusTraversable(true);
        canvas.setAccessibleRole(AccessibleRole.PARENT);
        canvas.setAccessibleText("Topology; press t for the same as a table");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(at(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(""));
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public void requestFocus() {
        canvas.requestFocus();
    }

    void show(TopologyPicture now) {
        picture = now;
        canvas.repaint();
    }

    void showSelected(String id) {
        selected = id;
        ServiceNode node = picture.node(id).orElse(null);
        setAccessibleText(
                node == null ? "Topology" : node.name() + ", " + node.health().word());
        canvas.repaint();
    }

    /// Shows all cards again, now and while the window changes its size.
    void fit() {
        own = false;
        canvas.repaint();
    }

    void zoom(double factor) {
        move(view.zoom(factor, getWidth() / 2, getHeight() / 2));
    }

    private void move(Viewport to) {
        own = true;
        view = to;
        canvas.repaint();
    }

    private String at(double x, double y) {
        return Pick.at(picture.placement(), picture.ids(), view.toPicture(x, y)).orElse("");
    }

    private void hover(String id) {
        if (!hovered.equals(id)) {
            hovered = id;
            setCursor(id.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
            canvas.repaint();
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        dragged = false;
    }

    private void drag(MouseEvent event) {
        double dx = event.getX() - dragX;
        double dy = event.getY() - dragY;
        if (!dragged && Math.hypot(dx, dy) < 4) {
            return;
        }
        dragged = true;
        dragX = event.getX();
        dragY = event.getY();
        move(view.move(dx, dy));
    }

    private void released(MouseEvent event) {
        if (!dragged) {
            select.accept(at(event.getX(), event.getY()));
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            move(view.zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> step(-1, 0);
            case RIGHT -> step(1, 0);
            case UP -> step(0, -1);
            case DOWN -> step(0, 1);
            case PLUS, ADD, EQUALS -> zoom(STEP);
            case MINUS, SUBTRACT -> zoom(1 / STEP);
            case DIGIT0, NUMPAD0 -> fit();
            case ESCAPE -> select.accept("");
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void step(int dx, int dy) {
        Pick.next(picture.placement(), picture.ids(), selected, dx, dy).ifPresent(select);
    }
}
