package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.topology.CallEdge;
import io.novacron.oncall.core.topology.Evidence;
import io.novacron.oncall.core.topology.ServiceNode;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One service in words: its health with rule and evidence, whom it calls and who calls it. FX thread only.
final class TopologyDetail extends ScrollPane {
    private final VBox content = new VBox();
    private final Consumer<String> select;

    TopologyDetail(Consumer<String> select) {
        this.select = select;
        content.getStyleClass().add("oc-detail");
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("oc-panel");
    }

    void show(TopologyPicture picture, String id) {
        ServiceNode node = picture.node(id).orElse(null);
        if (node == null) {
            content.getChildren().clear();
            return;
        }
        var chip = StateChip.small();
        chip.show(
                node.health().word(),
                TopologyTable.icon(node.health()),
                "oc-health-" + node.health().word());
        Label cluster = SafeText.label(
                node.cluster().isEmpty() ? node.kind() : node.kind() + " in " + node.cluster(), "oc-muted");
        var head = new HBox(10, chip, cluster);
        content.getChildren().setAll(SafeText.label(node.name(), "oc-title"), head);
        if (!picture.healthProblem().isEmpty()) {
            content.getChildren().add(wrapped(picture.healthProblem(), "oc-faint"));
        }
        section("RULE");
        content.getChildren().add(wrapped(node.rule(), "oc-muted"));
        section("EVIDENCE");
        if (node.evidence().isEmpty()) {
            content.getChildren().add(wrapped("None: Prometheus scrapes nothing of this name.", "oc-muted"));
        }
        node.evidence().forEach(this::evidence);
        edges("CALLS", picture.from(id), CallEdge::to, picture);
        edges("CALLED BY", picture.to(id), CallEdge::from, picture);
    }

    private void evidence(Evidence evidence) {
        Long age = evidence.ageSeconds();
        var box = new VBox(
                2,
                wrapped(evidence.text(), "oc-mono"),
                wrapped(age == null ? evidence.value() : evidence.value() + " · " + age + " s ago", "oc-muted"));
        content.getChildren().add(box);
    }

    private void edges(String title, List<CallEdge> edges, Function<CallEdge, String> end, TopologyPicture picture) {
        section(title + " (" + edges.size() + ")");
        for (CallEdge edge : edges) {
            String other = end.apply(edge);
            var link = new Hyperlink();
            SafeText.show(
                    link,
                    edge.self()
                            ? "itself"
                            : picture.node(other).map(ServiceNode::name).orElse(other));
            link.setOnAction(event -> select.accept(other));
            link.setMinWidth(0);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label count = SafeText.label(String.format("%,d in 24 h", edge.calls()), "oc-muted");
            count.setMinWidth(Region.USE_PREF_SIZE);
            content.getChildren().add(new HBox(6, link, gap, count));
        }
    }

    private void section(String title) {
        content.getChildren().add(SafeText.label(title, "oc-overline"));
    }

    private static Label wrapped(String text, String styleClass) {
        var label = new Label(Visible.line(text, 1_000));
        label.setMnemonicParsing(false);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
