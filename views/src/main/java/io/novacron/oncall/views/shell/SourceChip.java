package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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
    /// What its words and icons say; its age is news every second.
    private List<Said> shown = List.of();
    private String stateClass = "";

    private record Said(String name, SourceKind kind, SourceState state, String reason) {
        static Said of(SourceStatus status) {
            return new Said(status.name(), status.kind(), status.state(), status.reason());
        }
    }

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
        List<Said> said = List.of(Said.of(status));
        if (!shown.equals(said)) {
            shown = said;
            state(status.state());
            SafeText.show(name, status.name());
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

    /// Several that answer well, as one, with the age of the oldest answer among them.
    void showLive(List<SourceStatus> live, Instant now) {
        List<Said> said = live.stream().map(Said::of).toList();
        if (!shown.equals(said)) {
            shown = said;
            state(SourceState.LIVE);
            SafeText.show(name, live.size() + " sources");
            content.getChildren().setAll(StateChip.icon(SourceState.LIVE).node(), name, word, age);
            reason.setText(
                    live.stream().map(SourceStatus::name).map(Visible::line).collect(Collectors.joining("\n")));
        }
        Instant oldest = live.stream()
                .map(SourceStatus::lastGood)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(now);
        age.setText(Age.ago(oldest, now));
        setAccessibleText(name.getText() + " answer well, the oldest answer " + age.getText());
    }

    private void state(SourceState state) {
        getStyleClass().remove(stateClass);
        stateClass = StateChip.styleClass(state);
        getStyleClass().add(stateClass);
        word.setText(StateChip.word(state));
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
