package io.novacron.oncall.views.silence;

import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What became of an action over several silences: a line for each, and the failed ones to try again. FX thread only.
final class BatchPane extends VBox {
    private static final double HEIGHT = 190;
    /// Lines at most, the failed ones first.
    private static final int MOST = 200;

    private final Label head = SafeText.label("", "oc-heading");
    private final VBox lines = new VBox(3);
    private final Button retry = new Button("Try the failed again", Icon.REFRESH.node());
    private Batch shown = Batch.NONE;

    /// @param again   runs the same action with the silences it failed for
    /// @param dismiss takes the result away
    BatchPane(BiConsumer<Batch, List<SilenceRow>> again, Runnable dismiss) {
        getStyleClass().add("oc-ladders");
        setId("silence-results");
        retry.setMnemonicParsing(false);
        retry.getStyleClass().add("oc-small-button");
        retry.setOnAction(event -> again.accept(shown, shown.failed()));
        var close = new Button("", Icon.CROSS.node());
        close.getStyleClass().addAll("flat", "oc-small-button");
        close.setAccessibleText("dismiss the results");
        close.setOnAction(event -> dismiss.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var top = new HBox(8, head, space, retry, close);
        top.getStyleClass().add("oc-ladder-line");
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMaxHeight(HEIGHT);
        getChildren().addAll(top, scroll);
        show(Batch.NONE);
    }

    void show(Batch batch) {
        shown = batch;
        boolean there = !batch.items().isEmpty();
        setVisible(there);
        setManaged(there);
        long done = batch.items().stream().filter(Batch.Item::done).count();
        int failed = batch.failed().size();
        head.setText(batch.verb() + ":  " + done + " of "
                + SilenceActions.silences(batch.items().size())
                + (failed > 0 ? ",  " + failed + " not done" : batch.over() ? ",  all done" : ""));
        retry.setVisible(batch.over() && failed > 0);
        retry.setManaged(batch.over() && failed > 0);
        lines.getChildren()
                .setAll(batch.items().stream()
                        .sorted(Comparator.comparing(item -> !item.failed()))
                        .limit(MOST)
                        .map(BatchPane::line)
                        .toList());
    }

    private static Node line(Batch.Item item) {
        var chip = StateChip.small();
        if (!item.done()) {
            chip.show(item.outcome(), Icon.CLOCK, "oc-source-settling");
        } else if (item.failed()) {
            chip.show(item.outcome(), Icon.CROSS, "oc-source-unreachable");
        } else {
            chip.show(item.outcome(), Icon.CHECK, "oc-source-live");
        }
        var what = SafeText.label(item.row().matchers(), "oc-mono");
        what.setMinWidth(120);
        what.setPrefWidth(320);
        var detail = SafeText.label(item.detail(), "oc-muted");
        detail.setMinWidth(0);
        var line = new HBox(8, chip, what, detail);
        line.getStyleClass().add("oc-ladder-line");
        return line;
    }
}
