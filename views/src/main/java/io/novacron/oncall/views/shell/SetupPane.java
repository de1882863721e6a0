package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.SafeText;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the window says while there is no configuration it can use: what to do, or what is wrong. FX thread only.
final class SetupPane extends StackPane {
    /// The smallest configuration that shows alerts; `docs/guide/configure.md` has the whole of it.
    static final String EXAMPLE = """
            [operator]
            name = "ana"                          # your name on acknowledgements
            role = "responder"

            [[source]]
            name = "alertmanager"
            kind = "alertmanager"
            urls = ["http://127.0.0.1:9093"]      # all members of the cluster

            [[source]]
            name = "prometheus"
            kind = "prometheus"
            urls = ["http://127.0.0.1:9090"]

            [[watchdog]]
            match = 'alertname="Watchdog"'        # an alert that must always fire
            within = "5m"
            """;

    private static final double WIDTH = 680;

    private SetupPane(VBox card) {
        card.getStyleClass().add("oc-setup");
        card.setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren().add(card);
    }

    /// Calm: nothing is wrong, the console only does not know yet where to look.
    static SetupPane firstRun(Start.NoConfiguration start) {
        var copy = new Button("Copy the example", Icon.COPY.node());
        copy.setOnAction(event -> copy(EXAMPLE));
        var copyPath = new Button("Copy the path", Icon.COPY.node());
        copyPath.setOnAction(event -> copy(start.path().toString()));
        var card = new VBox(
                SafeText.label("Welcome. Tell the console where to look.", "oc-title"),
                text("It reads one file and never writes to it. Create"),
                mono(start.path().toString()),
                text("with at least one source, for example:"),
                mono(EXAMPLE.stripTrailing()),
                new HBox(8, copy, copyPath),
                text("Then start the console again. All keys of the file, credentials and certificates are explained in"
                        + " docs/guide/configure.md; “oncall check” tells how every source answers."));
        return new SetupPane(card);
    }

    static SetupPane broken(Start.BrokenConfiguration start) {
        var card = new VBox(
                SafeText.label("The configuration cannot be used.", "oc-title"),
                mono(start.path().toString()));
        for (String problem : start.problems()) {
            Label line = text(problem);
            line.setGraphic(Icon.WARNING.node());
            line.getStyleClass().add("oc-problem");
            card.getChildren().add(line);
        }
        card.getChildren()
                .add(text("Nothing was read from it and nothing was changed. Mend the file, then start the console"
                        + " again; docs/guide/configure.md shows a complete example."));
        return new SetupPane(card);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Label text(String text) {
        Label label = SafeText.label("");
        label.setText(Visible.line(text, 2_000));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label mono(String text) {
        Label label = SafeText.label("", "oc-mono", "oc-code");
        label.setText(Visible.block(text));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
