package io.novacron.oncall.views.controls;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.themes.SeverityMark;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// A severity as shape, word and colour: `⯃ S1`. Made to be kept in a cell and shown again and again. FX thread only.
public final class SeverityBadge extends Label {
    private final Map<Severity, Node> marks = new EnumMap<>(Severity.class);
    private String shown = "";

    public SeverityBadge() {
        getStyleClass().add("oc-severity");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
    }

    /// A badge that shows `severity`.
    public static SeverityBadge of(Severity severity) {
        var badge = new SeverityBadge();
        badge.show(severity);
        return badge;
    }

    public void show(Severity severity) {
        SeverityMark mark = mark(severity);
        if (mark.styleClass().equals(shown)) {
            return; // a class taken off and put on again costs the style of the cell
        }
        getStyleClass().remove(shown);
        shown = mark.styleClass();
        getStyleClass().add(shown);
        setText(severity.mark());
        setGraphic(marks.computeIfAbsent(severity, wanted -> mark.node()));
        setAccessibleText(severity.mark() + ", " + severity.meaning());
    }

    /// The shape and the colours of `severity`.
    public static SeverityMark mark(Severity severity) {
        return switch (severity) {
            case S1 -> SeverityMark.S1;
            case S2 -> SeverityMark.S2;
            case S3 -> SeverityMark.S3;
            case S4 -> SeverityMark.S4;
            case S5 -> SeverityMark.S5;
            case UNKNOWN -> SeverityMark.UNKNOWN;
        };
    }
}
