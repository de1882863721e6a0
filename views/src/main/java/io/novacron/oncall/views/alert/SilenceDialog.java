package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceWarning;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.SeverityBadge;
import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The silence dialog: on the left what is written, on the right what it would hit, exactly. FX thread only.
final class SilenceDialog {
    private final SilenceForm form;
    private final Layers layers;
    private final Clock clock;
    private final ZoneId zone;
    private final VBox preview = new VBox();
    private final Label ends = SafeText.label("", "oc-faint");
    private final Label obstacle = SafeText.label("", "oc-muted");
    private final VBox confirm = new VBox();
    private final TextField count = new TextField();
    private final Button post = new Button("Silence", Icon.BELL_OFF.node());
    private final VBox card;

    SilenceDialog(SilenceForm form, Layers layers, Clock clock, ZoneId zone) {
        this.form = form;
        this.layers = layers;
        this.clock = clock;
        this.zone = zone;
        post.getStyleClass().add("accent");
        post.setOnAction(event -> form.post());
        preview.getStyleClass().add("oc-preview");
        HBox.setHgrow(preview, Priority.ALWAYS);
        obstacle.setWrapText(true);
        var columns = new HBox(fields(), preview);
        columns.getStyleClass().add("oc-dialog-columns");
        card = Dialogs.of("Silence in " + form.cluster(), post, this::close, columns, confirm, obstacle);
        card.setPrefWidth(900);
    }

    /// Shows it over the screen.
    ///
    /// @param closed runs after it is gone
    void open(Runnable closed) {
        form.outlookProperty().subscribe(this::show);
        form.stateProperty().subscribe(state -> {
            if (state instanceof SilenceForm.State.Posted) {
                close();
            } else {
                show();
            }
        });
        form.typedCountProperty().subscribe(this::gate);
        form.commentProperty().subscribe(this::gate);
        layers.openDialog(card, () -> {
            form.close();
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
        var matchers = new TextArea();
        matchers.setId("silence-matchers");
        matchers.getStyleClass().add("oc-mono");
        matchers.setPrefRowCount(8);
        matchers.textProperty().bindBidirectional(form.matchersProperty());
        var duration = new TextField();
        duration.setId("silence-duration");
        duration.setPrefColumnCount(7);
        duration.textProperty().bindBidirectional(form.durationProperty());
        var choices = new HBox(6, duration);
        choices.getStyleClass().add("oc-cell");
        for (String length : new String[] {"30m", "1h", "2h", "4h"}) {
            var choice = new Button(length);
            choice.getStyleClass().add("oc-small-button");
            choice.setMinWidth(Region.USE_PREF_SIZE);
            choice.setOnAction(event -> form.durationProperty().set(length));
            choices.getChildren().add(choice);
        }
        var comment = new TextField();
        comment.setId("silence-comment");
        comment.setPromptText("why, and until when it should hold");
        comment.textProperty().bindBidirectional(form.commentProperty());
        count.setId("silence-count");
        count.setMaxWidth(120);
        count.textProperty().bindBidirectional(form.typedCountProperty());
        var fields = new VBox(
                Dialogs.field("MATCHERS, ONE A LINE", matchers),
                Dialogs.field("FOR", new VBox(4, choices, ends)),
                Dialogs.field("COMMENT", comment));
        fields.getStyleClass().add("oc-dialog-body");
        fields.setPrefWidth(430);
        fields.setMinWidth(430);
        return fields;
    }

    private void show() {
        SilenceForm.Outlook outlook = form.outlookProperty().get();
        preview.getChildren().setAll(SafeText.label("IT WOULD HIT NOW", "oc-overline"));
        outlook.preview().ifPresent(now -> hits(now, outlook));
        for (String problem : outlook.draft().problems()) {
            preview.getChildren().add(sentence(problem, Icon.CROSS, "oc-problem"));
        }
        var length = outlook.draft().length();
        ends.setText(
                length.isZero()
                        ? ""
                        : "until " + new ExactTime(zone).both(clock.now().plus(length)));
        gate();
    }

    private void hits(SilencePreview now, SilenceForm.Outlook outlook) {
        var share = String.format(Locale.ROOT, "of %d alerts  ·  %.1f %%", now.of(), now.percent());
        var total = new HBox(
                10, SafeText.label(Integer.toString(now.count()), "oc-count"), SafeText.label(share, "oc-muted"));
        total.getStyleClass().add("oc-cell");
        preview.getChildren().add(total);
        var severities = new FlowPane(6, 4);
        now.bySeverity().forEach((severity, hits) -> {
            var badge = SeverityBadge.of(severity);
            badge.setText(severity.mark() + "  " + hits);
            severities.getChildren().add(badge);
        });
        preview.getChildren().add(severities);
        for (SilenceWarning warning : now.warnings()) {
            preview.getChildren().add(sentence(warning.text(), Icon.WARNING, "oc-warning"));
        }
        outlook.first().forEach(alert -> preview.getChildren().add(hit(alert)));
        int more = now.count() - outlook.first().size();
        if (more > 0) {
            preview.getChildren().add(SafeText.label("and " + more + " more", "oc-faint"));
        }
    }

    private static Node hit(Alert alert) {
        var name = SafeText.label(alert.name(), "oc-strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var summary = SafeText.label(alert.summary(), "oc-faint");
        summary.setMinWidth(0);
        var line = new HBox(8, SeverityBadge.of(alert.severity()), name, summary);
        line.getStyleClass().add("oc-cell");
        return line;
    }

    private static Node sentence(String text, Icon icon, String styleClass) {
        Label label = Dialogs.text(text, styleClass);
        label.setGraphic(icon.node());
        return label;
    }

    /// The way to the button: the count to type, and what is still missing.
    private void gate() {
        Integer required = form.requiredCount();
        if (required == null) {
            confirm.getChildren().clear();
        } else if (confirm.getChildren().isEmpty()) {
            confirm.getChildren().add(Dialogs.field("TYPE THE COUNT TO GO ON", count));
        }
        String problem =
                form.stateProperty().get() instanceof SilenceForm.State.Editing editing ? editing.problem() : "";
        boolean posting = form.stateProperty().get() instanceof SilenceForm.State.Posting;
        String missing = posting ? "Posting…" : form.obstacle();
        SafeText.show(obstacle, (problem + " " + missing).strip());
        post.setDisable(!missing.isEmpty());
    }
}
