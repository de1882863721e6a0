package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.SpanEvent;
import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.views.controls.SafeText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything a span carries, in words. FX thread only.
final class SpanDetail extends ScrollPane {
    private static final int MOST = 200;
    private static final int LONGEST = 4_000;

    private final VBox content = new VBox();

    SpanDetail() {
        content.getStyleClass().add("oc-detail");
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("oc-panel");
    }

    void show(TraceTree tree, Optional<TraceTree.Row> chosen) {
        content.getChildren().clear();
        setVvalue(0);
        chosen.ifPresent(row -> fill(tree, row));
    }

    private void fill(TraceTree tree, TraceTree.Row row) {
        Span span = row.span();
        content.getChildren().add(wrapped(span.operation(), "oc-title"));
        content.getChildren().add(SafeText.label(span.service(), "oc-muted"));
        var facts = grid();
        fact(facts, "duration", TraceDurations.words(row.duration()));
        fact(facts, "begins", "+" + TraceDurations.words(row.start() - tree.start()));
        fact(facts, "span", row.id());
        if (row.error()) {
            fact(facts, "status", "error");
        }
        row.marks().stream().sorted().forEach(mark -> fact(facts, "odd", odd(mark)));
        content.getChildren().add(facts);
        if (!span.warnings().isEmpty()) {
            section("WARNINGS", span.warnings().size());
            span.warnings().stream()
                    .limit(MOST)
                    .forEach(warning -> content.getChildren().add(wrapped(warning, "oc-muted")));
        }
        tags("TAGS", span.tags());
        events(tree, span);
        references(span);
        tags("PROCESS", span.processTags());
    }

    private static String odd(TraceTree.Mark mark) {
        return switch (mark) {
            case PARENT_MISSING -> "its parent was not received";
            case CYCLE -> "its parents lead back to it; cut here";
            case SAME_ID -> "another span has the same id";
            case SHARED_ID -> "server half of a call that shares its id";
            case START_UNKNOWN -> "came without a start; drawn at its parent's";
            case BAD_DURATION -> "ends before it starts or out of range";
        };
    }

    private void tags(String title, List<Tag> tags) {
        if (tags.isEmpty()) {
            return;
        }
        section(title, tags.size());
        Map<String, Integer> counts = new HashMap<>();
        tags.forEach(tag -> counts.merge(tag.key(), 1, Integer::sum));
        var grid = grid();
        tags.stream()
                .limit(MOST)
                .forEach(tag -> fact(
                        grid,
                        counts.getOrDefault(tag.key(), 1) > 1 ? tag.key() + " (repeated)" : tag.key(),
                        tag.value()));
        content.getChildren().add(grid);
        more(tags.size());
    }

    private void events(TraceTree tree, Span span) {
        if (span.events().isEmpty()) {
            return;
        }
        section("EVENTS", span.events().size());
        for (SpanEvent event :
                span.events().subList(0, Math.min(MOST, span.events().size()))) {
            content.getChildren()
                    .add(SafeText.label(
                            "+" + TraceDurations.words(Math.max(0, event.time() - tree.start())), "oc-faint"));
            var grid = grid();
            event.fields().stream().limit(MOST).forEach(field -> fact(grid, field.key(), field.value()));
            content.getChildren().add(grid);
        }
        more(span.events().size());
    }

    private void references(Span span) {
        if (span.references().isEmpty()) {
            return;
        }
        section("REFERENCES", span.references().size());
        var grid = grid();
        for (Reference reference :
                span.references().subList(0, Math.min(MOST, span.references().size()))) {
            boolean own = reference.traceId().isEmpty() || reference.traceId().equals(span.traceId());
            String kind = reference.kind() == Reference.Kind.CHILD_OF ? "child of" : "follows from";
            fact(grid, kind, reference.spanId() + (own ? "" : " of trace " + reference.traceId()));
        }
        content.getChildren().add(grid);
        more(span.references().size());
    }

    private void more(int all) {
        if (all > MOST) {
            content.getChildren().add(SafeText.label("… " + (all - MOST) + " more not shown", "oc-faint"));
        }
    }

    private void section(String title, int count) {
        content.getChildren().add(SafeText.label(title + " (" + count + ")", "oc-overline"));
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        var keys = new ColumnConstraints();
        keys.setMinWidth(90);
        keys.setPercentWidth(36);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(keys, values);
        return grid;
    }

    private static void fact(GridPane grid, String key, String value) {
        int row = grid.getRowCount();
        Label name = wrapped(key, "oc-kv-key");
        GridPane.setValignment(name, VPos.TOP);
        Label text = wrapped(value, "oc-kv-value");
        text.getStyleClass().add("oc-mono");
        grid.addRow(row, name, text);
    }

    private static Label wrapped(String text, String styleClass) {
        var label = new Label(Visible.line(text, LONGEST));
        label.setMnemonicParsing(false);
        label.getStyleClass().add(styleClass);
        if (Visible.suspicious(text)) {
            label.getStyleClass().add("oc-escaped");
        }
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
