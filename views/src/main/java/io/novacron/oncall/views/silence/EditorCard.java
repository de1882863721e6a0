package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Dialogs;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Fx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The silence editor: on the left what is written, on the right what it would hit, exactly. FX thread only.
final class EditorCard {
    private static final double FIELDS = 500;
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 420;

    private final SilenceEditor editor;
    private final Layers layers;
    private final OutlookPane preview = new OutlookPane();
    private final VBox matchers = new VBox(6);
    private final Button form = new Button();
    private final Label ends = SafeText.label("", "oc-faint");
    private final Label obstacle = SafeText.label("", "oc-muted");
    private final HBox consent = new HBox(12);
    private final VBox countField;
    private final VBox reasonField;
    private final VBox conflict = new VBox();
    private final Button post;
    private final VBox card;
    private boolean rows = true;
    private LabelCounts counts = LabelCounts.NONE;

    EditorCard(SilenceEditor editor, Layers layers) {
        this.editor = editor;
        this.layers = layers;
        post = new Button(editor.changes() ? "Change" : "Silence", Icon.BELL_OFF.node());
        post.getStyleClass().add("accent");
        post.setOnAction(event -> editor.post());
        var count = new TextField();
        count.setId("silence-count");
        count.setMaxWidth(120);
        count.textProperty().bindBidirectional(editor.typedCountProperty());
        countField = Dialogs.field("TYPE THE COUNT TO GO ON", count);
        var reason = new TextField();
        reason.setId("silence-reason");
        reason.setPromptText("why this cannot wait for a lead");
        reason.textProperty().bindBidirectional(editor.reasonProperty());
        reasonField = Dialogs.field("REASON, SHOWN ON EVERY CONSOLE", reason);
        HBox.setHgrow(reasonField, Priority.ALWAYS);
        obstacle.setWrapText(true);
        obstacle.setMinHeight(Region.USE_PREF_SIZE);
        form.setMnemonicParsing(false);
        form.getStyleClass().addAll("flat", "oc-small-button");
        form.setId("silence-form");
        form.setOnAction(event -> {
            rows = !rows;
            showMatchers();
        });
        var scroll = new ScrollPane(preview);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        var columns = new HBox(fields(), scroll);
        columns.getStyleClass().add("oc-dialog-columns");
        card = Dialogs.of(editor.title(), post, this::close, columns, conflict, consent, obstacle);
        card.setPrefWidth(WIDTH);
        card.setId("silence-editor");
        SilenceEditor.World world = editor.world();
        world.worker().execute(() -> {
            LabelCounts now = LabelCounts.of(world.sight().get().alerts().orElse(List.of()));
            Fx.run(() -> counts = now);
        });
        showMatchers();
    }

    /// Shows it over the screen.
    ///
    /// @param closed runs after it is gone
    void open(Runnable closed) {
        editor.outlookProperty().subscribe(outlook -> show());
        editor.stateProperty().subscribe(state -> {
            if (state instanceof SilenceEditor.State.Posted) {
                close();
            } else {
                show();
            }
        });
        editor.typedCountProperty().subscribe(this::gate);
        editor.reasonProperty().subscribe(this::gate);
        editor.commentProperty().subscribe(this::gate);
        layers.openDialog(card, () -> {
            editor.close();
            closed.run();
        });
        if (card.lookup("#silence-comment") instanceof TextField comment) {
            comment.requestFocus();
        }
    }

    private void close() {
        layers.close(card);
    }

    private Node fields() {
        var end = new TextField();
        end.setId("silence-duration");
        end.setPrefColumnCount(13);
        end.textProperty().bindBidirectional(editor.endProperty());
        var choices = new HBox(6, end);
        choices.getStyleClass().add("oc-cell");
        for (String length : List.of("30m", "1h", "2h", "4h", "8h")) {
            var choice = new Button(length);
            choice.getStyleClass().add("oc-small-button");
            choice.setMinWidth(Region.USE_PREF_SIZE);
            choice.setMnemonicParsing(false);
            choice.setOnAction(event -> editor.endProperty().set(length));
            choices.getChildren().add(choice);
        }
        var comment = new TextField();
        comment.setId("silence-comment");
        comment.setPromptText("why, and until when it should hold");
        comment.textProperty().bindBidirectional(editor.commentProperty());
        ends.setWrapText(true);
        ends.setMinHeight(Region.USE_PREF_SIZE);
        var fields = new VBox(
                matchers,
                Dialogs.field("FOR HOW LONG, OR UNTIL WHEN", new VBox(4, choices, ends)),
                Dialogs.field("COMMENT", comment));
        fields.getStyleClass().add("oc-dialog-body");
        fields.setPrefWidth(FIELDS);
        fields.setMinWidth(FIELDS);
        return fields;
    }

    private void showMatchers() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        form.setText(rows ? "As text" : "As rows");
        var head = new HBox(
                SafeText.label(rows ? "MATCHERS, ALL MUST HOLD" : "MATCHERS, ONE A LINE", "oc-overline"), space);
        matchers.getChildren().setAll(head);
        if (editor.locked()) {
            matchers.getChildren()
                    .add(Dialogs.text(
                            "They hold characters that no field keeps, so they stay as they are.", "oc-muted"));
            for (Matcher matcher : editor.start().matchers()) {
                matchers.getChildren().add(SafeText.label(matcher.toText(), "oc-mono"));
            }
            return;
        }
        head.getChildren().add(form);
        if (rows) {
            var list = new MatcherRows(editor.matchersProperty(), editor.start().dialect(), () -> counts);
            var scroll = new ScrollPane(list);
            scroll.setFitToWidth(true);
            scroll.setMaxHeight(230);
            scroll.getStyleClass().add("edge-to-edge");
            matchers.getChildren().add(scroll);
        } else {
            var text = new TextArea();
            text.setId("silence-matchers");
            text.getStyleClass().add("oc-mono");
            text.setPrefRowCount(7);
            text.textProperty().bindBidirectional(editor.matchersProperty());
            matchers.getChildren().add(text);
        }
    }

    private void show() {
        editor.outlookProperty().get().ifPresentOrElse(this::show, preview::counting);
        conflict.getChildren().clear();
        if (editor.stateProperty().get() instanceof SilenceEditor.State.Editing editing && editing.conflict() != null) {
            conflict.getChildren().add(new ConflictPane(editing.conflict(), editor));
        }
        gate();
    }

    private void show(Outlook outlook) {
        preview.show(outlook, !editor.start().selected().isEmpty());
        ends.setText(
                outlook.draft().end().problem().isEmpty()
                        ? ending(outlook.draft().end())
                        : "");
    }

    /// By the server's clock, which need not be ours.
    private String ending(EndTime end) {
        Duration ahead = editor.world().ahead();
        Instant until = end.until();
        Instant at = until == null ? editor.world().clock().now().plus(end.length()) : until;
        String text = "until " + new ExactTime(editor.world().zone()).both(at);
        long seconds = ahead.abs().toSeconds();
        return seconds < 2
                ? text
                : text + ", by the server's clock, which is " + seconds + " s "
                        + (ahead.isNegative() ? "behind" : "ahead of") + " this computer's";
    }

    /// The way to the button: the count to type, the reason, and what is still missing.
    private void gate() {
        boolean asks = editor.requiredCount() != null;
        if (asks != consent.getChildren().contains(countField)) {
            consent.getChildren().remove(countField);
            if (asks) {
                consent.getChildren().addFirst(countField);
            }
        }
        boolean breaks = editor.reasonNeeded();
        if (breaks != consent.getChildren().contains(reasonField)) {
            consent.getChildren().remove(reasonField);
            if (breaks) {
                consent.getChildren().addLast(reasonField);
            }
        }
        consent.setManaged(!consent.getChildren().isEmpty());
        boolean posting = editor.stateProperty().get() instanceof SilenceEditor.State.Posting;
        String problem =
                editor.stateProperty().get() instanceof SilenceEditor.State.Editing editing ? editing.problem() : "";
        String missing = posting ? "Being written, and proved on every member…" : editor.obstacle();
        SafeText.show(obstacle, (problem + " " + missing).strip());
        post.setDisable(!missing.isEmpty());
    }
}
