package io.novacron.oncall.views.routing;

import io.novacron.oncall.core.routing.Visit;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.SafeText;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The routing tree as indented lines: the way of the alert lit, the other branches quiet. FX thread only.
final class RouteTree extends VBox {
    private static final double INDENT = 20;

    private Optional<Visit> shown = Optional.empty();
    private boolean unfolded;

    RouteTree() {
        getStyleClass().addAll("oc-section", "oc-route-tree");
    }

    /// A big tree is drawn folded again, as for another alert.
    void fold() {
        unfolded = false;
    }

    void show(Visit root) {
        shown = Optional.of(root);
        int size = root.route().size();
        getChildren()
                .setAll(SafeText.label("ROUTING TREE (" + size + (size == 1 ? " route)" : " routes)"), "oc-overline"));
        for (TreeRow row : TreeRow.of(root, unfolded)) {
            getChildren()
                    .add(
                            switch (row) {
                                case TreeRow.Of of -> route(of);
                                case TreeRow.Folded folded -> folded(folded);
                            });
        }
    }

    private static Node route(TreeRow.Of row) {
        boolean lit = row.step().lit();
        var head = new FlowPane(8, 2, SafeText.label(row.receiver(), lit ? "oc-heading" : "oc-muted"));
        if (!row.matchers().isEmpty()) {
            head.getChildren().add(WhoIsToldPane.wrapped(row.matchers(), "oc-mono", lit ? "oc-kv-value" : "oc-faint"));
        }
        if (row.continues()) {
            head.getChildren().add(SafeText.label("continue", "oc-faint"));
        }
        String below = row.below() == 0 ? "" : " · " + count(row.below()) + " below";
        Label why = WhoIsToldPane.wrapped(row.why() + below, lit ? "oc-muted" : "oc-faint");
        var text = new VBox(head, why);
        text.setMinWidth(0);
        return line(row.depth(), icon(row.step()), lit ? "oc-route-lit" : "oc-route-quiet", text);
    }

    private Node folded(TreeRow.Folded row) {
        var link = new Hyperlink(count(row.routes()) + " that the alert did not come through");
        link.setMnemonicParsing(false);
        link.setOnAction(event -> {
            unfolded = true;
            shown.ifPresent(this::show);
        });
        return line(row.depth(), Icon.CHEVRON_DOWN, "oc-route-quiet", link);
    }

    private static Node line(int depth, Icon icon, String style, Node text) {
        var indent = new Region();
        indent.setMinWidth(depth * INDENT);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(indent, icon.node(), text);
        line.getStyleClass().addAll("oc-route", style);
        return line;
    }

    private static Icon icon(Visit.Step step) {
        return switch (step) {
            case TAKES -> Icon.CHECK;
            case PASSES_ON -> Icon.ROUTE;
            case NO_MATCH -> Icon.CROSS;
            case NOT_ASKED -> Icon.CIRCLE;
        };
    }

    private static String count(int routes) {
        return routes + (routes == 1 ? " route" : " routes");
    }
}
