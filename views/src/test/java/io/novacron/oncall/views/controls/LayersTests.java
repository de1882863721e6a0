package io.novacron.oncall.views.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.views.fx.Toolkit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class LayersTests {
    @Test
    void theTopmostClosesFirstAndTheFocusGoesBackToWhereItWas() {
        Toolkit.run(() -> {
            var base = new Button("base");
            var layers = new Layers(base);
            var scene = new Scene(layers, 300, 200);
            base.requestFocus();
            List<String> closed = new ArrayList<>();
            var first = new VBox(new Button("in the first"));
            var second = new VBox();
            layers.openDialog(first, () -> closed.add("first"));
            first.getChildren().getFirst().requestFocus();
            layers.openDialog(second, () -> closed.add("second"));
            layers.closeTop();
            assertThat(closed).containsExactly("second");
            assertThat(scene.getFocusOwner()).isSameAs(first.getChildren().getFirst());
            layers.closeTop();
            layers.closeTop();
            assertThat(closed).containsExactly("second", "first");
            assertThat(scene.getFocusOwner()).isSameAs(base);
            assertThat(layers.anyOpen()).isFalse();
        });
    }

    @Test
    void theFocusCannotLeaveAnOpenDialog() {
        Toolkit.run(() -> {
            var base = new Button("base");
            var layers = new Layers(base);
            var scene = new Scene(layers, 300, 200);
            var card = new VBox(new Button("yes"));
            layers.openDialog(card, () -> {});
            base.requestFocus();
            assertThat(scene.getFocusOwner()).isSameAs(card);
        });
    }

    @Test
    void whatStandsInNoLayersIsAFaultOfTheCaller() {
        Toolkit.run(() -> assertThatThrownBy(() -> Layers.of(new Button())).isInstanceOf(IllegalStateException.class));
    }
}
