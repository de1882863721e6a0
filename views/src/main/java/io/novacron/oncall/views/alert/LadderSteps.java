package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Rung;
import io.novacron.oncall.core.action.Step;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One ladder as four steps with their times; a step is lit only when it is proved (reliability guide G2). FX thread
/// only.
final class LadderSteps extends HBox {
    LadderSteps(Ladder ladder, ZoneId zone) {
        getStyleClass().add("oc-ladder");
        setMinWidth(Region.USE_PREF_SIZE);
        boolean awaited = !ladder.over();
        boolean broken = ladder.outcome() == Outcome.FAILED;
        for (Step step : Step.values()) {
            Optional<Rung> rung = ladder.rungs().stream()
                    .filter(reached -> reached.step() == step)
                    .findFirst();
            Label label = SafeText.label(step.word(), "oc-ladder-step");
            label.setMinWidth(USE_PREF_SIZE);
            if (rung.isPresent()) {
                label.getStyleClass().add("oc-ladder-step-done");
                label.setGraphic(Icon.CHECK.node());
                label.setText(
                        step.word() + " " + new ExactTime(zone).clock(rung.get().at()));
                label.setTooltip(new Tooltip(Visible.line(rung.get().detail())));
            } else if (awaited) {
                awaited = false;
                label.getStyleClass().add("oc-ladder-step-active");
                label.setGraphic(Icon.CLOCK.node());
            } else if (broken) {
                broken = false;
                label.getStyleClass().add("oc-ladder-step-failed");
                label.setGraphic(Icon.CROSS.node());
            } else {
                label.setGraphic(Icon.CIRCLE.node());
            }
            getChildren().add(label);
        }
    }

    /// How it ended, as a word in its colour; under way, that it is.
    static StateChip outcome(Ladder ladder) {
        var chip = StateChip.small();
        Outcome outcome = ladder.outcome();
        if (outcome == null) {
            chip.show("UNDER WAY", Icon.CLOCK, "oc-alert-acknowledged");
            return chip;
        }
        switch (outcome) {
            case EFFECTIVE -> chip.show("EFFECTIVE", Icon.CHECK, "oc-source-live");
            case ACCEPTED -> chip.show("ACCEPTED, NOT PROVED", Icon.HALF, "oc-source-late");
            case UNKNOWN -> chip.show("OUTCOME UNKNOWN", Icon.QUESTION, "oc-source-empty-suspect");
            case FAILED -> chip.show("FAILED", Icon.CROSS, "oc-source-unreachable");
        }
        return chip;
    }
}
