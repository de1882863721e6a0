package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.text.Visible;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The fields of a search. FX thread only.
final class SearchForm extends FlowPane {
    private static final List<Duration> LOOK_BACKS = List.of(
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(2));
    private static final String ANY = "any operation";

    private final TraceViewModel model;
    private final ComboBox<String> source = new ComboBox<>();
    private final ComboBox<String> service = new ComboBox<>();
    private final ComboBox<String> operation = new ComboBox<>();
    private final TextField tags = field("error=true http.status_code=500", 220);
    private final TextField min = field("100ms", 70);
    private final TextField max = field("1.2s", 70);
    private final ComboBox<Duration> lookBack = new ComboBox<>();
    private final TextField limit = field("20", 56);

    SearchForm(TraceViewModel model) {
        this.model = model;
        getStyleClass().add("oc-toolbar");
        setHgap(8);
        setVgap(6);
        limit.setText(TraceForm.EMPTY.limit());
        lookBack.getItems().setAll(LOOK_BACKS);
        lookBack.setConverter(shown(SearchForm::words));
        lookBack.setValue(TraceForm.EMPTY.lookBack());
        source.getItems().setAll(model.sources());
        source.getSelectionModel().selectFirst();
        source.setOnAction(event -> model.source(source.getSelectionModel().getSelectedIndex()));
        service.setConverter(shown(Visible::line));
        operation.setConverter(shown(Visible::line));
        service.setPrefWidth(150);
        service.setPromptText("no service known yet");
        operation.setPrefWidth(170);
        operation.getItems().setAll(ANY);
        operation.setValue(ANY);
        service.valueProperty().addListener((property, before, now) -> serviceChosen());
        build();
        addEventFilter(KeyEvent.KEY_PRESSED, this::searchOnEnter);
        model.servicesProperty().subscribe(this::services);
        model.operationsProperty().subscribe(state -> operations(state.answer() == null ? List.of() : state.answer()));
        model.formProperty().subscribe(this::show);
    }

    /// A closed choice passes Enter on to the form, as the text fields do; a button keeps its own.
    private void searchOnEnter(KeyEvent event) {
        boolean choosing = source.isShowing() || service.isShowing() || operation.isShowing() || lookBack.isShowing();
        if (event.getCode() == KeyCode.ENTER && !choosing && !(event.getTarget() instanceof ButtonBase)) {
            event.consume();
            search();
        }
    }

    void focusFirst() {
        service.requestFocus();
    }

    private void build() {
        if (source.getItems().size() > 1) {
            getChildren().add(labelled("Source", source));
        }
        var search = button("Find traces", this::search);
        search.getStyleClass().add("accent");
        getChildren()
                .addAll(
                        labelled("Service", service),
                        labelled("Operation", operation),
                        labelled("Tags", tags),
                        labelled("Min", min),
                        labelled("Max", max),
                        labelled("Look back", lookBack),
                        labelled("Limit", limit),
                        search);
        for (TextField field : List.of(tags, min, max, limit)) {
            field.setOnAction(event -> search());
        }
    }

    private void services(List<String> names) {
        String chosen = service.getValue();
        service.getItems().setAll(names);
        if (chosen != null && names.contains(chosen)) {
            service.setValue(chosen);
        } else if (!names.isEmpty()) {
            service.getSelectionModel().selectFirst();
        }
    }

    private void serviceChosen() {
        operations(List.of());
        model.operationsOf(Objects.requireNonNullElse(service.getValue(), ""));
    }

    private void operations(List<String> names) {
        String chosen = operation.getValue();
        operation.getItems().setAll(ANY);
        operation.getItems().addAll(names);
        operation.setValue(operation.getItems().contains(chosen) ? chosen : ANY);
    }

    private void search() {
        String chosen = Objects.requireNonNullElse(operation.getValue(), ANY);
        model.search(new TraceForm(
                Objects.requireNonNullElse(service.getValue(), ""),
                chosen.equals(ANY) ? "" : chosen,
                tags.getText(),
                min.getText(),
                max.getText(),
                lookBack.getValue(),
                limit.getText()));
    }

    /// A search that was begun elsewhere is shown as if it had been typed here.
    private void show(TraceForm form) {
        if (!form.service().isEmpty()) {
            if (!service.getItems().contains(form.service())) {
                service.getItems().add(form.service());
            }
            service.setValue(form.service());
            if (!form.operation().isEmpty() && !operation.getItems().contains(form.operation())) {
                operation.getItems().add(form.operation());
            }
            operation.setValue(form.operation().isEmpty() ? ANY : form.operation());
            tags.setText(form.tags());
            min.setText(form.min());
            max.setText(form.max());
            lookBack.setValue(form.lookBack());
            limit.setText(form.limit());
        }
    }

    private static Node labelled(String name, Node field) {
        var label = new Label(name);
        label.getStyleClass().add("oc-muted");
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        var both = new HBox(6, label, field);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static TextField field(String prompt, double width) {
        var field = new TextField();
        field.setPromptText(prompt);
        field.setPrefWidth(width);
        return field;
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static String words(Duration back) {
        if (back.toHours() == 0) {
            return "last " + back.toMinutes() + " min";
        }
        return back.toHours() > 24 ? "last " + back.toDays() + " d" : "last " + back.toHours() + " h";
    }

    /// How a choice is written; nothing is ever typed into one.
    private static <T> StringConverter<T> shown(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("a choice is not typed: " + text);
            }
        };
    }
}
