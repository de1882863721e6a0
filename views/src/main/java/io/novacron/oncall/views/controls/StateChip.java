package io.novacron.oncall.views.controls;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// A state as colour, word and icon. Made to be kept in a cell and shown again and again. FX thread only.
public final class StateChip extends Label {
    private final Map<Icon, Node> icons = new EnumMap<>(Icon.class);
    private String shown = "";

    private StateChip(String styleClass) {
        getStyleClass().add(styleClass);
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
    }

    /// An empty chip of the size for table cells and text.
    public static StateChip small() {
        return new StateChip("oc-chip");
    }

    /// An empty chip of the size for the strip of sources; it takes the focus.
    public static StateChip source() {
        var chip = new StateChip("oc-source-chip");
        chip.setFocusTraversable(true);
        return chip;
    }

    /// Shows an alert's state by its word.
    public void show(AlertState state) {
        show(state.word(), icon(state), "oc-alert-" + state.word());
    }

    /// Shows a source's state; `text` is the source's name or what else stands before the word, LIVE goes without its
    /// word.
    public void show(SourceState state, String text) {
        String word = word(state);
        show(state == SourceState.LIVE ? text : text + "  " + word, icon(state), styleClass(state));
        setAccessibleText(text + ", " + word);
    }

    /// Shows `text` with an icon in the colours of one of the style sheet's state classes, such as `oc-health-down`.
    public void show(String text, Icon icon, String stateClass) {
        if (!stateClass.equals(shown)) { // a class taken off and put on again costs the style of the cell
            getStyleClass().remove(shown);
            shown = stateClass;
            getStyleClass().add(shown);
        }
        setText(Visible.line(text));
        setGraphic(icons.computeIfAbsent(icon, Icon::node));
        setAccessibleText(getText());
    }

    /// `LIVE`, `EMPTY-SUSPECT` …: the state as the reliability guide 1 writes it.
    public static String word(SourceState state) {
        return state.name().replace('_', '-');
    }

    /// The style class that gives `.oc-source-chip` and `.oc-chip` the colours of `state`.
    public static String styleClass(SourceState state) {
        return "oc-source-" + word(state).toLowerCase(Locale.ROOT);
    }

    /// The icon of `state`.
    public static Icon icon(AlertState state) {
        return switch (state) {
            case FIRING -> Icon.BELL;
            case ACKNOWLEDGED -> Icon.USER;
            case SILENCED -> Icon.BELL_OFF;
            case INHIBITED -> Icon.EYE_OFF;
            case MUTED -> Icon.MOON;
        };
    }

    /// The icon of `state`.
    public static Icon icon(SourceState state) {
        return switch (state) {
            case UNTRUSTED -> Icon.SHIELD;
            case DENIED -> Icon.LOCK;
            case UNREACHABLE -> Icon.UNPLUGGED;
            case STALE -> Icon.WARNING;
            case LATE, SKEWED -> Icon.CLOCK;
            case SPLIT -> Icon.SPLIT;
            case SETTLING -> Icon.REFRESH;
            case PARTIAL -> Icon.HALF;
            case EMPTY_SUSPECT -> Icon.QUESTION;
            case LIVE -> Icon.CHECK;
        };
    }
}
