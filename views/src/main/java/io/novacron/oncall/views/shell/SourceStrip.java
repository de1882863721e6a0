package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Every source with its state, and what runs in the background; where they would take more than a line, those that
/// answer well are one chip, so that the others are what the eye meets. FX thread only.
final class SourceStrip extends HBox {
    /// What a chip takes, in em of ordinary text.
    private static final double CHIP = 17;

    private final FlowPane chips = new FlowPane();
    private final Runnable open;

    /// @param open shows the sources in full
    SourceStrip(Runnable open, Node end) {
        this.open = open;
        getStyleClass().add("oc-strip");
        chips.getStyleClass().add("oc-strip-chips");
        chips.prefWrapLengthProperty().bind(widthProperty().subtract(40));
        HBox.setHgrow(chips, Priority.ALWAYS);
        getChildren().addAll(chips, end);
    }

    void show(List<SourceStatus> sources, Instant now) {
        var children = chips.getChildren();
        if (sources.isEmpty()) {
            children.setAll(SafeText.label("no source configured", "oc-muted"));
            return;
        }
        List<SourceStatus> live = crowded(sources.size())
                ? sources.stream()
                        .filter(source -> source.state() == SourceState.LIVE)
                        .toList()
                : List.of();
        boolean folded = live.size() > 1;
        List<SourceStatus> single = folded
                ? sources.stream()
                        .filter(source -> source.state() != SourceState.LIVE)
                        .toList()
                : sources;
        int count = single.size() + (folded ? 1 : 0);
        children.removeIf(child -> !(child instanceof SourceChip));
        while (children.size() > count) {
            children.removeLast();
        }
        while (children.size() < count) {
            children.add(new SourceChip(open));
        }
        for (int i = 0; i < single.size(); i++) {
            ((SourceChip) children.get(i)).show(single.get(i), now);
        }
        if (folded) {
            ((SourceChip) children.getLast()).showLive(live, now);
        }
    }

    private boolean crowded(int sources) {
        Scene scene = getScene();
        return scene != null
                && getWidth() > 0
                && sources * CHIP * Theme.of(scene).textSize() > getWidth();
    }
}
