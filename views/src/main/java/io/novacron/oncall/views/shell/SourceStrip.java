package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Every source with its state, and what runs in the background. FX thread only.
final class SourceStrip extends HBox {
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
        children.removeIf(child -> !(child instanceof SourceChip));
        while (children.size() > sources.size()) {
            children.removeLast();
        }
        while (children.size() < sources.size()) {
            children.add(new SourceChip(open));
        }
        for (int i = 0; i < sources.size(); i++) {
            ((SourceChip) children.get(i)).show(sources.get(i), now);
        }
    }
}
