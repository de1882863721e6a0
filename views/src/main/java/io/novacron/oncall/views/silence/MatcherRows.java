package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.TypedMatcher;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.silence.LabelCounts.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The matchers as rows: name, operator, value, each with what live alerts carry to pick from. A line of the text form
/// that no row changed stays byte for byte as it was typed (alerts guide M6). FX thread only.
final class MatcherRows extends VBox {
    private static final List<String> SIGNS = List.of("=", "=~", "!=", "!~");

    private final StringProperty text;
    private final Dialect dialect;
    private final Supplier<LabelCounts> counts;
    private final VBox list = new VBox(6);
    private final List<Row> rows = new ArrayList<>();
    private boolean reading;

    /// @param text   one matcher a line: the truth, of which the rows are a picture
    /// @param counts what live alerts carry
    MatcherRows(StringProperty text, Dialect dialect, Supplier<LabelCounts> counts) {
        this.text = text;
        this.dialect = dialect;
        this.counts = counts;
        var more = new Button("Add a matcher");
        more.setMnemonicParsing(false);
        more.getStyleClass().add("oc-small-button");
        more.setId("add-matcher");
        more.setOnAction(event -> {
            add(new Row("", Matcher.equal("", ""), false)).name.requestFocus();
        });
        setSpacing(6);
        getChildren().addAll(list, more);
        read();
        text.subscribe(now -> read());
    }

    /// Rows for the lines as they are now; a line that cannot be read, or cannot be shown as it is, is a row to look
    /// at.
    private void read() {
        if (text.get().equals(lines()) && !rows.isEmpty()) {
            return;
        }
        reading = true;
        rows.clear();
        list.getChildren().clear();
        for (String line : text.get().lines().toList()) {
            if (!line.isBlank()) {
                Optional<Matcher> matcher = parse(line);
                add(new Row(line, matcher.orElse(Matcher.equal("", "")), matcher.isEmpty()));
            }
        }
        reading = false;
    }

    private Optional<Matcher> parse(String line) {
        try {
            Matcher matcher = MatcherParser.one(line.strip(), dialect);
            return LabelCounts.plain(matcher.name()) && LabelCounts.plain(matcher.value())
                    ? Optional.of(matcher)
                    : Optional.empty();
        } catch (MatcherSyntaxException e) {
            return Optional.empty();
        }
    }

    private Row add(Row row) {
        rows.add(row);
        list.getChildren().add(row);
        return row;
    }

    private void remove(Row row) {
        rows.remove(row);
        list.getChildren().remove(row);
        write();
    }

    private void write() {
        if (!reading) {
            text.set(lines());
        }
    }

    private String lines() {
        return rows.stream().map(Row::line).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private final class Row extends HBox {
        private final String origin;
        private final Matcher before;
        private final boolean fixed;
        private final ComboBox<String> name = box("name", 148);
        private final ComboBox<String> sign = new ComboBox<>();
        private final ComboBox<String> value = box("value", 180);

        Row(String origin, Matcher before, boolean fixed) {
            super(6);
            this.origin = origin;
            this.before = before;
            this.fixed = fixed;
            getStyleClass().add("oc-cell");
            if (fixed) {
                var look = SafeText.label(origin, "oc-mono");
                look.setMaxWidth(Double.MAX_VALUE);
                HBox.setHgrow(look, Priority.ALWAYS);
                getChildren().addAll(look, SafeText.label("text form only", "oc-faint"));
            } else {
                fill();
            }
            var away = new Button("", Icon.CROSS.node());
            away.getStyleClass().addAll("flat", "oc-small-button");
            away.setAccessibleText("remove this matcher");
            away.setOnAction(event -> remove(this));
            getChildren().add(away);
        }

        private void fill() {
            sign.getItems().setAll(SIGNS);
            sign.setMinWidth(Region.USE_PREF_SIZE);
            sign.setVisibleRowCount(SIGNS.size());
            name.getEditor().setText(before.name());
            sign.setValue(before.op().sign());
            value.getEditor().setText(before.value());
            name.setAccessibleText("label name");
            sign.setAccessibleText("operator");
            value.setAccessibleText("value");
            offer(name, () -> counts.get().names());
            offer(
                    value,
                    () -> counts.get().values().getOrDefault(name.getEditor().getText(), List.of()));
            HBox.setHgrow(value, Priority.ALWAYS);
            name.getEditor().textProperty().subscribe(MatcherRows.this::write);
            sign.valueProperty().subscribe(MatcherRows.this::write);
            value.getEditor().textProperty().subscribe(MatcherRows.this::write);
            getChildren().addAll(name, sign, value);
        }

        /// What stands in the text for this row; empty while it has no name.
        String line() {
            if (fixed) {
                return origin;
            }
            Matcher now = matcher();
            if (now.equals(before) && !origin.isEmpty()) {
                return origin;
            }
            return now.name().isEmpty() ? "" : TypedMatcher.of(now, dialect).orElseGet(now::toText);
        }

        private Matcher matcher() {
            Matcher.Op op = Matcher.Op.EQUAL;
            for (Matcher.Op one : Matcher.Op.values()) {
                if (one.sign().equals(sign.getValue())) {
                    op = one;
                }
            }
            return new Matcher(
                    name.getEditor().getText().strip(), op, value.getEditor().getText());
        }
    }

    private static ComboBox<String> box(String prompt, double width) {
        var box = new ComboBox<String>();
        box.setEditable(true);
        box.setPromptText(prompt);
        box.getStyleClass().add("oc-mono");
        box.setPrefWidth(width);
        box.setMinWidth(90);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static void offer(ComboBox<String> box, Supplier<List<Count>> choices) {
        box.setCellFactory(view -> new CountCell(choices));
        box.setOnShowing(event -> {
            String typed = box.getEditor().getText();
            box.getItems().setAll(choices.get().stream().map(Count::text).toList());
            box.getEditor().setText(typed);
        });
    }

    /// A text to pick, with how many alerts carry it.
    private static final class CountCell extends ListCell<String> {
        private final Supplier<List<Count>> choices;

        CountCell(Supplier<List<Count>> choices) {
            this.choices = choices;
            setMnemonicParsing(false);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            if (empty || text == null) {
                setText(null);
                return;
            }
            String alerts = choices.get().stream()
                    .filter(count -> count.text().equals(text))
                    .map(count -> "   " + count.alerts())
                    .findFirst()
                    .orElse("");
            setText(Visible.line(text, 80) + alerts);
        }
    }
}
