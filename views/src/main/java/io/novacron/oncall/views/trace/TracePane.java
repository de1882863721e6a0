package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Banner;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One trace: what it is, what is odd about it, its waterfall and the chosen span. FX thread only.
final class TracePane extends BorderPane {
    private final ExactTime times;
    private final WaterfallPane waterfall = new WaterfallPane();
    private final SpanDetail detail = new SpanDetail();
    private final HBox head = new HBox(10);
    private final Banner warnings = new Banner();
    private TraceTree tree = new TraceTree(List.of(), -1, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    TracePane(ExactTime times) {
        this.times = times;
        head.getStyleClass().add("oc-toolbar");
        head.setAlignment(Pos.CENTER_LEFT);
        detail.setMinWidth(240);
        SplitPane.setResizableWithParent(detail, false);
        var split = new SplitPane(waterfall, detail);
        split.setDividerPositions(0.74);
        setTop(new VBox(head, warnings));
        setCenter(split);
        waterfall.selectedProperty().subscribe(row -> detail.show(tree, row));
    }

    WaterfallPane waterfall() {
        return waterfall;
    }

    void show(TraceRow trace) {
        tree = trace.tree();
        head(trace);
        if (tree.warnings().isEmpty()) {
            warnings.hide();
        } else {
            warnings.caution(String.join("; ", tree.warnings()));
        }
        waterfall.show(tree);
    }

    private void head(TraceRow trace) {
        Label name = SafeText.label(trace.service() + "  " + trace.operation(), "oc-heading");
        name.setMinWidth(80);
        Label id = SafeText.label(trace.id(), "oc-mono", "oc-faint");
        id.setTooltip(new Tooltip("Trace id as received; click to copy"));
        id.setOnMouseClicked(event -> copy(trace.id()));
        id.setMinWidth(60);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Instant start = TraceList.instant(trace.start());
        Label began = SafeText.label(times.minutes(start), "oc-muted");
        began.setTooltip(new Tooltip(times.hover(start)));
        began.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren()
                .setAll(
                        name,
                        id,
                        gap,
                        began,
                        fact(TraceDurations.words(trace.duration())),
                        fact(tree.rows().size() + " spans received"),
                        fact(tree.services().size() + " services"),
                        fact("depth " + tree.depth()));
        if (tree.errors() > 0) {
            var chip = StateChip.small();
            chip.show(tree.errors() == 1 ? "1 error" : tree.errors() + " errors", Icon.WARNING, "oc-alert-firing");
            head.getChildren().add(chip);
        }
        head.getChildren().add(new KeyHint("j", ""));
        head.getChildren().add(new KeyHint("k", "span"));
    }

    private static Label fact(String text) {
        Label label = SafeText.label(text, "oc-muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
