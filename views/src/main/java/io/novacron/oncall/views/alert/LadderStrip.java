package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
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
import org.jspecify.annotations.Nullable;

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
    private List<String> details = List.of();
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
        List<String> words = wanted.stream().map(this::detail).toList();
        if (!wanted.equals(shown) || !words.equals(details)) {
            shown = wanted;
            details = words;
            getChildren().setAll(wanted.stream().map(this::line).toList());
        }
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
    }

    private boolean matters(Ladder ladder) {
        if (!ladder.over()) {
            return !ladder.byItself();
        }
        Instant last = ladder.rungs().isEmpty()
                ? Instant.EPOCH
                : ladder.rungs().getLast().at();
        boolean fresh = Duration.between(last, now).compareTo(READ) < 0;
        if (ladder.byItself() && !newest(ladder)) {
            return false;
        }
        boolean good = ladder.outcome() == Outcome.EFFECTIVE;
        return !dismissed.contains(ladder.id())
                && ((fresh && !ladder.byItself()) || !good || pageMayArrive(ladder.pageUntil()));
    }

    /// What the console did by itself matters only until it did better.
    private boolean newest(Ladder ladder) {
        return all.stream()
                .filter(other -> other.silenceId().equals(ladder.silenceId()))
                .findFirst()
                .filter(ladder::equals)
                .isPresent();
    }

    private boolean pageMayArrive(@Nullable Instant until) {
        return until != null && now.isBefore(until);
    }

    private String detail(Ladder ladder) {
        if (ladder.detail().equals(ladder.what())) {
            return "";
        }
        Instant next = ladder.nextPageNotBefore();
        return ladder.detailAt(now) + (next == null ? "" : ": by " + new ExactTime(zone).both(next) + " at the latest");
    }

    private Node line(Ladder ladder) {
        Label what = SafeText.label(ladder.what(), "oc-heading");
        what.setMinWidth(120);
        what.setPrefWidth(240);
        Label detail = SafeText.label(detail(ladder), "oc-muted");
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
