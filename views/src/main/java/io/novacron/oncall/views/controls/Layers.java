package io.novacron.oncall.views.controls;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A screen and what lies over it: dialogs and cards inside the window, so that they are part of every picture, take
/// the
/// keys, and give the focus back where it was. FX thread only.
public final class Layers extends StackPane {
    private record Layer(
            StackPane scrim, Region card, @Nullable Node focusBefore, Runnable closed) {}

    private final Deque<Layer> open = new ArrayDeque<>();

    public Layers(Node base) {
        getChildren().add(base);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocus);
    }

    /// The layers that `node` is in.
    ///
    /// @throws IllegalStateException if it is in none
    public static Layers of(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Layers layers) {
                return layers;
            }
        }
        throw new IllegalStateException(node + " is not on a screen with layers");
    }

    /// Shows something to read; a click beside it closes it.
    public void openCard(Region card) {
        Layer layer = push(card, () -> {});
        layer.scrim().setOnMouseClicked(event -> {
            if (layer.scrim().equals(event.getTarget()) && event.getButton() == MouseButton.PRIMARY) {
                close(card);
            }
        });
    }

    /// Shows something to fill in; only its own buttons and Esc close it.
    ///
    /// @param closed runs after it is gone, however it was closed
    public void openDialog(Region dialog, Runnable closed) {
        push(dialog, closed);
    }

    public boolean anyOpen() {
        return !open.isEmpty();
    }

    public boolean isOpen(Region card) {
        return open.stream().anyMatch(layer -> layer.card().equals(card));
    }

    /// Closes what was opened last, if anything is open.
    public void closeTop() {
        if (!open.isEmpty()) {
            close(open.getFirst().card());
        }
    }

    /// Closes this one; nothing happens if it is not open.
    public void close(Region card) {
        for (Layer layer : open) {
            if (layer.card().equals(card)) {
                open.remove(layer);
                getChildren().remove(layer.scrim());
                layer.scrim().getChildren().clear();
                if (layer.focusBefore() != null) {
                    layer.focusBefore().requestFocus();
                }
                layer.closed().run();
                return;
            }
        }
    }

    private Layer push(Region card, Runnable closed) {
        var scrim = new StackPane(card);
        scrim.getStyleClass().add("oc-scrim");
        scrim.setAlignment(Pos.CENTER);
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Scene scene = getScene();
        var layer = new Layer(scrim, card, scene == null ? null : scene.getFocusOwner(), closed);
        open.addFirst(layer);
        getChildren().add(scrim);
        card.setFocusTraversable(true);
        card.requestFocus();
        return layer;
    }

    /// Whoever tabs out of the topmost layer comes back into it.
    private void keepFocus(@Nullable Node owner) {
        if (open.isEmpty() || owner == null) {
            return;
        }
        Region card = open.getFirst().card();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (card.equals(at)) {
                return;
            }
        }
        card.requestFocus();
    }
}
