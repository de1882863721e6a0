package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every source with all that is known of it, and every doubt of the verdict, as text that can be read. FX thread only.
final class SourcesCard extends VBox {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 560;

    private final ZoneId zone;
    private final VBox content = new VBox();
    private Optional<ShellState> shown = Optional.empty();

    SourcesCard(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("oc-dialog");
        content.getStyleClass().add("oc-dialog-body");
        var title = SafeText.label("Sources", "oc-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.prefViewportHeightProperty().bind(Bindings.min(HEIGHT, content.heightProperty()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setPrefWidth(WIDTH);
        getChildren().addAll(new HBox(title, space, new KeyHint("Esc", "close")), scroll);
    }

    void show(ShellState state, Instant now) {
        if (shown.equals(Optional.of(state))) {
            return;
        }
        shown = Optional.of(state);
        content.getChildren().clear();
        List<String> doubts = state.verdict().doubts();
        if (!doubts.isEmpty()) {
            content.getChildren().add(SafeText.label("WHY NOT “ALL CLEAR”", "oc-overline"));
            doubts.forEach(doubt -> content.getChildren().add(wrapped("•  " + doubt)));
        }
        state.sources().forEach(source -> content.getChildren().add(source(source, now)));
    }

    private Node source(SourceStatus status, Instant now) {
        var head = new FlowPane(8, 4);
        head.getChildren()
                .addAll(
                        SourceChip.kind(status.kind()).node(),
                        SafeText.label(status.name(), "oc-heading"),
                        SafeText.label(status.kind().word(), "oc-muted"));
        for (SourceState state : status.states()) {
            var chip = StateChip.small();
            chip.show(StateChip.word(state), StateChip.icon(state), StateChip.styleClass(state));
            head.getChildren().add(chip);
        }
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        facts(status, now).forEach(fact -> grid.addRow(grid.getRowCount(), key(fact.name()), wrapped(fact.value())));
        var card = new VBox(head, grid);
        card.getStyleClass().add("oc-card");
        return card;
    }

    private record Fact(String name, String value) {}

    private List<Fact> facts(SourceStatus status, Instant now) {
        var facts = new ArrayList<Fact>();
        if (!status.reason().isEmpty()) {
            facts.add(new Fact("Reason", status.reason()));
        }
        Instant good = status.lastGood();
        facts.add(new Fact(
                "Last good answer",
                good == null ? "never" : new ExactTime(zone).both(good) + "  (" + Age.ago(good, now) + ")"));
        facts.add(new Fact("Cluster", status.cluster()));
        facts.add(new Fact("Version", (status.flavour() + " " + status.version()).strip()));
        facts.add(new Fact("Asked every", status.every().toSeconds() + " s"));
        if (status.latency() != null) {
            facts.add(new Fact("Latency", status.latency().toMillis() + " ms"));
        }
        if (status.skew() != null) {
            facts.add(new Fact("Clock", signed(status.skew().toMillis())));
        }
        if (status.tlsNotAfter() != null) {
            facts.add(new Fact("Certificate until", new ExactTime(zone).both(status.tlsNotAfter())));
        }
        facts.removeIf(fact -> fact.value().isBlank());
        return facts;
    }

    private static String signed(long millis) {
        return (millis < 0 ? "behind ours by " : "ahead of ours by ") + Math.abs(millis) + " ms";
    }

    private static Label key(String text) {
        Label label = SafeText.label(text, "oc-kv-key");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label wrapped(String text) {
        Label label = SafeText.label("", "oc-kv-value");
        label.setText(Visible.line(text, 2_000));
        label.setWrapText(true);
        return label;
    }
}
