package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.topology.CallEdge;
import io.novacron.oncall.core.topology.Health;
import io.novacron.oncall.core.topology.ServiceNode;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import io.novacron.oncall.views.fx.TableAnchor;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.util.Callback;

/// The same data as rows, worst health first: for screen readers, for many services and for those who like lists. FX
/// thread only.
final class TopologyTable extends StackPane {
    private final TableView<Row> table = new TableView<>();
    private final TableAnchor<Row> anchor =
            new TableAnchor<>(table, row -> row.node().id());

    private record Row(ServiceNode node, String calls, String calledBy) {}

    TopologyTable(Consumer<String> select) {
        table.getColumns().add(chips());
        table.getColumns().add(text("Service", 220, row -> row.node().name()));
        table.getColumns().add(text("Cluster", 120, row -> row.node().cluster()));
        table.getColumns().add(text("Evidence", 300, row -> evidence(row.node())));
        table.getColumns().add(text("Calls", 320, Row::calls));
        table.getColumns().add(text("Called by", 320, Row::calledBy));
        table.setAccessibleText("Services, their health and their calls");
        getChildren().add(table);
        anchor.selectedProperty()
                .subscribe(row ->
                        row.ifPresent(chosen -> select.accept(chosen.node().id())));
    }

    void show(TopologyPicture picture) {
        List<Row> rows = picture.topology().nodes().stream()
                .sorted(Comparator.comparingInt((ServiceNode node) -> badness(node.health()))
                        .thenComparing(ServiceNode::id))
                .map(node -> new Row(
                        node,
                        words(picture.from(node.id()), CallEdge::to),
                        words(picture.to(node.id()), CallEdge::from)))
                .toList();
        anchor.setAll(rows);
        if (picture.healthProblem().isEmpty()) {
            getStyleClass().remove("oc-dimmed");
        } else if (!getStyleClass().contains("oc-dimmed")) {
            getStyleClass().add("oc-dimmed");
        }
    }

    void showSelected(String id) {
        if (!id.isEmpty()
                && !id.equals(anchor.selectedProperty()
                        .get()
                        .map(row -> row.node().id())
                        .orElse(""))) {
            anchor.select(id);
        }
    }

    void focusRows() {
        table.requestFocus();
    }

    static Icon icon(Health health) {
        return switch (health) {
            case HEALTHY -> Icon.CHECK;
            case DEGRADED -> Icon.WARNING;
            case DOWN -> Icon.CROSS;
            case UNKNOWN -> Icon.QUESTION;
        };
    }

    private static int badness(Health health) {
        return switch (health) {
            case DOWN -> 0;
            case DEGRADED -> 1;
            case UNKNOWN -> 2;
            case HEALTHY -> 3;
        };
    }

    private static String words(List<CallEdge> edges, Function<CallEdge, String> end) {
        return String.join(
                ", ",
                edges.stream()
                        .map(edge -> end.apply(edge) + " " + Calls.words(edge.calls()))
                        .toList());
    }

    private static String evidence(ServiceNode node) {
        return node.evidence().isEmpty()
                ? node.rule()
                : node.evidence().getFirst().value();
    }

    private static TableColumn<Row, Row> chips() {
        return column("Health", 110, ignored -> new TableCell<>() {
            private final StateChip chip = StateChip.small();

            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                if (!empty) {
                    Health health = row.node().health();
                    chip.show(health.word(), icon(health), "oc-health-" + health.word());
                }
                setGraphic(empty ? null : chip);
            }
        });
    }

    private static TableColumn<Row, Row> text(String title, double width, Function<Row, String> value) {
        return column(title, width, ignored -> new TableCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                SafeText.show(this, empty ? "" : value.apply(row));
            }
        });
    }

    private static TableColumn<Row, Row> column(
            String title, double width, Callback<TableColumn<Row, Row>, TableCell<Row, Row>> cells) {
        var column = new TableColumn<Row, Row>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(cells);
        return column;
    }
}
