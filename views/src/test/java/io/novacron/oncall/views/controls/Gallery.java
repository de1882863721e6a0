package io.novacron.oncall.views.controls;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.themes.Fonts;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.themes.SeverityMark;
import io.novacron.oncall.views.canvas.CanvasPane;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every control and state of the console on one screen, laid out as the console is, so that one picture per theme
/// shows
/// what the style sheet does.
final class Gallery {
    private static final Instant NOW = Instant.parse("2026-11-22T15:30:00Z");

    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private static final List<AlertState> STATES = List.of(AlertState.values());

    record Row(Severity severity, String name, String labels, AlertState state, Instant since) {}

    private Gallery() {}

    static Region screen() {
        var middle = new BorderPane(table());
        middle.setTop(new VBox(verdicts(), toolbar()));
        middle.setBottom(bottom());
        var root = new BorderPane(middle);
        root.setLeft(rail());
        root.setTop(strip());
        root.setRight(detail());
        return root;
    }

    private static Node rail() {
        var rail = new VBox();
        rail.getStyleClass().add("oc-rail");
        rail.getChildren()
                .addAll(
                        railButton("Alerts", Icon.BELL),
                        railButton("Topology", Icon.TOPOLOGY),
                        railButton("Traces", Icon.TRACES),
                        railButton("Logs", Icon.LOGS),
                        railButton("Dashboards", Icon.DASHBOARD),
                        railButton("SLO", Icon.GAUGE),
                        railButton("Incidents", Icon.FLAG),
                        railButton("War room", Icon.MONITOR));
        ((ToggleButton) rail.getChildren().getFirst()).setSelected(true);
        return rail;
    }

    private static ToggleButton railButton(String text, Icon icon) {
        var button = new ToggleButton(text, icon.node());
        button.getStyleClass().add("oc-rail-button");
        return button;
    }

    private static Node strip() {
        var flow = new FlowPane(6, 6);
        flow.getStyleClass().add("oc-strip");
        for (SourceState state : SourceState.values()) {
            var chip = StateChip.source();
            chip.show(state, "am-" + flow.getChildren().size());
            flow.getChildren().add(chip);
        }
        flow.getChildren().add(new KeyHint("Ctrl+K", "search"));
        return flow;
    }

    private static Node verdicts() {
        return new HBox(
                verdict("ALL CLEAR · 3 silenced", Icon.CHECK, "oc-verdict-ok"),
                verdict("UNKNOWN: prom-b is STALE (2 min)", Icon.QUESTION, "oc-verdict-unknown"),
                verdict("S1 · 4 firing", Icon.BELL, "oc-verdict-firing"));
    }

    private static Label verdict(String text, Icon icon, String styleClass) {
        var line = new Label(text, icon.node());
        line.getStyleClass().addAll("oc-verdict", styleClass);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private static Node toolbar() {
        var bar = new FlowPane(6, 6);
        bar.getStyleClass().add("oc-toolbar");
        var filter = new TextField();
        filter.setPromptText("severity:S1 service:checkout");
        var combo = new ComboBox<String>();
        combo.getItems().add("group by service");
        combo.getSelectionModel().selectFirst();
        var accent = new Button("Acknowledge", Icon.USER.node());
        accent.getStyleClass().add("accent");
        var danger = new Button("Expire", Icon.CROSS.node());
        danger.getStyleClass().add("danger");
        var flat = new Button("Raw view");
        flat.getStyleClass().add("flat");
        var on = new ToggleButton("Firing");
        on.setSelected(true);
        var off = new Button("Disabled");
        off.setDisable(true);
        bar.getChildren().addAll(filter, combo, accent, new Button("Silence…", Icon.BELL_OFF.node()), danger, flat, on);
        bar.getChildren().addAll(new ToggleButton("Silenced"), new CheckBox("replicas"), off, new ProgressBar(0.4));
        return bar;
    }

    static TableView<Row> table() {
        var table = new TableView<Row>();
        table.getColumns().add(column("Severity", 90, row -> SeverityBadge.of(row.severity())));
        table.getColumns().add(column("Alert", 190, row -> SafeText.label(row.name())));
        table.getColumns().add(column("Labels", 260, row -> SafeText.label(row.labels(), "oc-mono", "oc-muted")));
        table.getColumns().add(column("State", 130, Gallery::chip));
        table.getColumns().add(column("Since", 90, row -> age(row.since())));
        for (int i = 0; i < 24; i++) {
            var severity = SEVERITIES.get(i % SEVERITIES.size());
            var state = STATES.get(i % STATES.size());
            String labels = i == 3 ? "pod=\u202Eevil" : "cluster=eu-1 pod=checkout-" + i;
            table.getItems()
                    .add(new Row(
                            severity, "HighErrorRate_" + i, labels, state, NOW.minus(Duration.ofMinutes(i * 17L))));
        }
        table.getSelectionModel().select(2);
        return table;
    }

    private static Node chip(Row row) {
        var chip = StateChip.small();
        chip.show(row.state());
        return chip;
    }

    private static Node age(Instant at) {
        var age = new Age(ZoneOffset.UTC);
        age.show(at, NOW);
        return age;
    }

    private static TableColumn<Row, Row> column(String title, double width, Function<Row, Node> node) {
        var column = new TableColumn<Row, Row>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty ? null : node.apply(row));
            }
        });
        return column;
    }

    private static Node detail() {
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        String[][] rows = {
            {"cluster", "eu-1"}, {"service", "checkout"}, {"receiver", "payments-page"}, {"value", "12.4 %"}
        };
        for (int i = 0; i < rows.length; i++) {
            grid.add(SafeText.label(rows[i][0], "oc-kv-key"), 0, i);
            grid.add(SafeText.label(rows[i][1], "oc-kv-value", "oc-mono"), 1, i);
        }
        var ladder = new FlowPane(6, 6);
        ladder.getStyleClass().add("oc-ladder");
        ladder.getChildren()
                .addAll(
                        step("accepted", Icon.CHECK, "oc-ladder-step-done"),
                        step("replicated 1/2", Icon.REFRESH, "oc-ladder-step-active"),
                        step("effective", Icon.CIRCLE, ""),
                        step("refused", Icon.CROSS, "oc-ladder-step-failed"));
        var healths = new FlowPane(6, 6);
        for (String health : List.of("healthy", "degraded", "down", "unknown")) {
            var chip = StateChip.small();
            chip.show(health, Icon.DIAMOND, "oc-health-" + health);
            healths.getChildren().add(chip);
        }
        var marks = new HBox(8);
        for (SeverityMark mark : SeverityMark.values()) {
            marks.getChildren().add(mark.node());
        }
        var icons = new FlowPane(8, 8);
        for (Icon icon : Icon.values()) {
            icons.getChildren().add(icon.node());
        }
        var dimmed = new VBox(new Label("as of 4 min ago"), new Label("last good data"));
        dimmed.getStyleClass().add("oc-dimmed");
        var detail = new VBox(
                label("HighErrorRate_2", "oc-title"),
                grid,
                label("SILENCE LADDER", "oc-overline"),
                ladder,
                label("HEALTH", "oc-overline"),
                healths,
                marks,
                icons,
                dimmed,
                new KeyHint("A", "acknowledge"),
                new KeyHint("Ctrl+Shift+S", "silence"),
                tabs());
        detail.getStyleClass().add("oc-detail");
        return detail;
    }

    private static Node tabs() {
        var tabs = new TabPane(
                new Tab(
                        "Overview",
                        Placeholder.failed("prom-b does not answer (connect timed out). Its alerts are 4 min old.")
                                .wayOut("Poll now", () -> {})),
                new Tab("History"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setPrefWidth(1);
        return tabs;
    }

    private static Node bottom() {
        var canvas = new CanvasPane(Gallery::draw);
        canvas.setPrefHeight(170);
        return canvas;
    }

    private static void draw(GraphicsContext g, double width, double height, Palette palette) {
        g.setTextBaseline(VPos.CENTER);
        g.setFont(Fonts.text(palette.theme().textSize()));
        for (int y = 20; y < height; y += 30) {
            g.setStroke(palette.color("-oc-grid"));
            g.strokeLine(0, y + 0.5, width, y + 0.5);
        }
        for (int i = 0; i < Palette.SERIES; i++) {
            g.setStroke(palette.series(i));
            g.setLineWidth(1.5);
            g.beginPath();
            for (int x = 0; x < width; x += 4) {
                g.lineTo(x, height / 2 + Math.sin(x / 40.0 + i) * (height / 2 - 10 - i * 4));
            }
            g.stroke();
        }
        g.setFill(palette.color("-oc-axis"));
        g.fillText("req/s", 8, 10);
    }

    private static Label step(String text, Icon icon, String styleClass) {
        var step = new Label(text, icon.node());
        step.getStyleClass().addAll("oc-ladder-step", styleClass);
        step.setMinWidth(Region.USE_PREF_SIZE);
        return step;
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(Objects.requireNonNull(text));
        label.getStyleClass().add(styleClass);
        return label;
    }
}
