package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.triage.Facet;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.views.controls.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the alerts have in the fields that matter, with counts; a click picks a value. Drawn anew only when something
/// changed. FX thread only.
final class FacetsPanel extends ScrollPane {
    /// Values beyond this are counted; the search finds them.
    private static final int MOST = 8;

    private final TriageModel triage;
    private final VBox content = new VBox();
    private List<Facet> shown = List.of();
    private Picks picks = Picks.NONE;

    FacetsPanel(TriageModel triage) {
        this.triage = triage;
        content.getStyleClass().add("oc-facets");
        getStyleClass().addAll("edge-to-edge", "oc-detail-scroll");
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    void show(AlertList list) {
        Picks now = list.wish().picks();
        if (list.facets().equals(shown) && now.equals(picks)) {
            return;
        }
        shown = list.facets();
        picks = now;
        var sections = new ArrayList<Node>();
        for (Facet facet : shown) {
            if (facet.values().size() > 1 || picks.byField().containsKey(facet.field())) {
                sections.add(section(facet));
            }
        }
        content.getChildren().setAll(sections);
    }

    private Node section(Facet facet) {
        var section = new VBox(SafeText.label(title(facet.field()), "oc-overline"));
        section.getStyleClass().add("oc-facet");
        int drawn = 0;
        for (Facet.Value value : facet.values()) {
            boolean picked = picks.has(facet.field(), value.text());
            if (drawn < MOST || picked) {
                section.getChildren().add(value(facet.field(), value, picked));
                drawn++;
            }
        }
        for (String gone : picks.byField().getOrDefault(facet.field(), Set.of())) {
            if (facet.values().stream().noneMatch(value -> value.text().equals(gone))) {
                section.getChildren().add(value(facet.field(), new Facet.Value(gone, 0), true));
            }
        }
        int more = facet.values().size() - drawn;
        if (more > 0) {
            section.getChildren().add(SafeText.label(more + " more; the search finds them", "oc-faint"));
        }
        return section;
    }

    private Node value(Field field, Facet.Value value, boolean picked) {
        Label text = SafeText.label(value.text().isEmpty() ? "(none)" : value.text());
        text.setMinWidth(0);
        if (value.text().isEmpty()) {
            text.getStyleClass().add("oc-faint");
        }
        Label count = SafeText.label(Integer.toString(value.count()), "oc-muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(text, Shown.space(), count);
        line.getStyleClass().add("oc-cell");
        var button = new Button("", line);
        button.getStyleClass().addAll("flat", "oc-facet-value");
        if (picked) {
            button.getStyleClass().add("oc-picked");
        }
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(text.getText() + ", " + value.count() + (picked ? ", picked" : ""));
        button.setFocusTraversable(false);
        button.setOnAction(event -> triage.pick(field, value.text()));
        line.prefWidthProperty().bind(button.widthProperty().subtract(18));
        return button;
    }

    private static String title(Field field) {
        return switch (field) {
            case Field.Known known -> known.word().replace('_', ' ').toUpperCase(Locale.ROOT);
            case Field.Label(String name) -> name.toUpperCase(Locale.ROOT);
        };
    }
}
