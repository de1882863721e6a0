package io.novacron.oncall.views.log;

import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.KeyHint;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The query and its time range. FX thread only.
final class LogForm extends HBox {
    private static final Map<Duration, String> RANGES = new TreeMap<>(Map.of(
            Duration.ofMinutes(15),
            "15 m",
            Duration.ofHours(1),
            "1 h",
            Duration.ofHours(6),
            "6 h",
            Duration.ofHours(24),
            "24 h"));
    private static final Duration USUAL = Duration.ofHours(1);

    private final LogViewModel model;
    private final TextField query = new TextField();
    private final ToggleGroup ranges = new ToggleGroup();

    LogForm(LogViewModel model) {
        this.model = model;
        getStyleClass().add("oc-toolbar");
        var sources = new ComboBox<String>();
        sources.getItems().setAll(model.sources());
        sources.getSelectionModel().selectFirst();
        sources.setOnAction(event -> model.source(sources.getSelectionModel().getSelectedIndex()));
        if (sources.getItems().size() > 1) {
            getChildren().add(sources);
        }
        query.setPromptText("Lucene query, for instance  log.level:ERROR AND service.name:storage");
        query.getStyleClass().add("oc-mono");
        query.setAccessibleText("Query in Lucene syntax");
        query.setOnAction(event -> search());
        HBox.setHgrow(query, Priority.ALWAYS);
        getChildren().addAll(new KeyHint("/", ""), query);
        RANGES.forEach(this::range);
        var search = new Button("Search", Icon.SEARCH.node());
        search.getStyleClass().add("accent");
        search.setMnemonicParsing(false);
        search.setOnAction(event -> search());
        getChildren().add(search);
        model.askedProperty().subscribe(asked -> asked.ifPresent(this::show));
    }

    /// A search that was begun elsewhere is shown as if it had been typed here.
    private void show(LogQuery asked) {
        if (!asked.text().equals("*") || !query.getText().isBlank()) {
            query.setText(asked.text());
        }
        Duration length = Duration.between(asked.start(), asked.end());
        ranges.getToggles().forEach(toggle -> toggle.setSelected(length.equals(toggle.getUserData())));
    }

    void focusQuery() {
        query.requestFocus();
        query.selectAll();
    }

    private void range(Duration length, String words) {
        var button = new ToggleButton(words);
        button.setMnemonicParsing(false);
        button.setUserData(length);
        button.setToggleGroup(ranges);
        button.setSelected(length.equals(USUAL));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            button.setSelected(true);
            search();
        });
        getChildren().add(button);
    }

    private void search() {
        Object chosen = ranges.getSelectedToggle() == null
                ? USUAL
                : ranges.getSelectedToggle().getUserData();
        model.search(Objects.requireNonNullElse(query.getText(), ""), chosen instanceof Duration back ? back : USUAL);
    }
}
