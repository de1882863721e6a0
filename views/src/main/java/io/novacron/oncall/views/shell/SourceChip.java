package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// One source in the strip: kind, name, state as word and icon, how long ago it last answered well. FX thread only.
final class SourceChip extends Button {
    private final Label name = SafeText.label("", "oc-source-name");
    private final Label word = SafeText.label("");
    private final Label age = SafeText.label("", "oc-source-age");
    private final HBox content = new HBox();
    private final Tooltip reason = new Tooltip();
    private Optional<SourceStatus> shown = Optional.empty();
    private String stateClass = "";

    SourceChip(Runnable open) {
        getStyleClass().setAll("oc-source-chip");
        content.getStyleClass().add("oc-source-content");
        setMnemonicParsing(false);
        setGraphic(content);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(reason);
        setOnAction(event -> open.run());
    }

    void show(SourceStatus status, Instant now) {
        if (!shown.equals(Optional.of(status))) {
            shown = Optional.of(status);
            getStyleClass().remove(stateClass);
            stateClass = StateChip.styleClass(status.state());
            getStyleClass().add(stateClass);
            SafeText.show(name, status.name());
            word.setText(StateChip.word(status.state()));
            content.getChildren()
                    .setAll(
                            kind(status.kind()).node(),
                            name,
                            StateChip.icon(status.state()).node(),
                            word,
                            age);
            reason.setText(sentence(status));
        }
        age.setText(status.lastGood() == null ? "never" : Age.ago(status.lastGood(), now));
        setAccessibleText(status.name() + ", " + sentence(status) + ", last answer " + age.getText());
    }

    static String sentence(SourceStatus status) {
        String reason = status.reason().isEmpty() ? "answers well" : Visible.line(status.reason());
        return StateChip.word(status.state()) + ": " + reason;
    }

    static Icon kind(SourceKind kind) {
        return switch (kind) {
            case ALERTMANAGER -> Icon.BELL;
            case PROMETHEUS -> Icon.GAUGE;
            case ELASTICSEARCH -> Icon.LOGS;
            case JAEGER -> Icon.TRACES;
        };
    }
}
