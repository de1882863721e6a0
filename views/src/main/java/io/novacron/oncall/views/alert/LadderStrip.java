package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The writes that matter now, at the foot of the list: what is under way, what just succeeded, and what did not until
/// it
/// is dismissed. FX thread only.
final class LadderStrip extends VBox {
    private static final int MOST = 3;
    private static final Duration READ = Duration.ofSeconds(20);

    private final ZoneId zone;
    private final Set<String> dismissed = new HashSet<>();
    private List<Ladder> all = List.of();
    private List<Ladder> shown = List.of();
    private Instant now = Instant.EPOCH;

    LadderStrip(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("oc-ladders");
        show(List.of(), now);
    }

    /// @param ladders newest first
    void show(List<Ladder> ladders, Instant newNow) {
        all = ladders;
        now = newNow;
        List<Ladder> wanted = ladders.stream().filter(this::matters).limit(MOST).toList();
        if (!wanted.equals(shown)) {
            shown = wanted;
            getChildren().setAll(wanted.stream().map(this::line).toList());
        }
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
    }

    private boolean matters(Ladder ladder) {
        if (!ladder.over()) {
            return true;
        }
        Instant last = ladder.rungs().isEmpty()
                ? Instant.EPOCH
                : ladder.rungs().getLast().at();
        boolean fresh = Duration.between(last, now).compareTo(READ) < 0;
        return !dismissed.contains(ladder.id()) && (fresh || ladder.outcome() != Outcome.EFFECTIVE);
    }

    private Node line(Ladder ladder) {
        Label what = SafeText.label(ladder.what(), "oc-heading");
        what.setMinWidth(120);
        what.setPrefWidth(240);
        Label detail = SafeText.label(ladder.detail().equals(ladder.what()) ? "" : ladder.detail(), "oc-muted");
        detail.setMinWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        if (!detail.getText().isEmpty()) {
            detail.setTooltip(new Tooltip(detail.getText()));
        }
        HBox.setHgrow(detail, Priority.ALWAYS);
        var line = new HBox(what, new LadderSteps(ladder, zone), LadderSteps.outcome(ladder), detail);
        line.getStyleClass().add("oc-ladder-line");
        if (ladder.over()) {
            var close = new Button("", Icon.CROSS.node());
            close.getStyleClass().addAll("flat", "oc-small-button");
            close.setAccessibleText("dismiss " + what.getText());
            close.setOnAction(event -> {
                dismissed.add(ladder.id());
                show(all, now);
            });
            line.getChildren().add(close);
        }
        return line;
    }
}
