package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.core.triage.Grouping;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Dialogs;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The questions around a view of the list: its name, a file, labels to group by. FX thread only.
final class FilterDialogs {
    private static final double WIDTH = 520;

    private final TriageModel triage;
    private final DeskMemory memory;
    private final Consumer<String> say;

    /// @param say shows a sentence for a while
    FilterDialogs(TriageModel triage, DeskMemory memory, Consumer<String> say) {
        this.triage = triage;
        this.memory = memory;
        this.say = say;
    }

    void save(Node from) {
        ask(
                from,
                "Save this view",
                "NAME",
                "view-name",
                "",
                name -> {
                    if (name.isBlank()) {
                        return "A name is needed, to find it again.";
                    }
                    memory.add(triage.saved(name.strip()));
                    say.accept("Saved; it stands in the menu View.");
                    return "";
                },
                "It keeps the search, what is picked, groups, order and columns. One with the same name is replaced.");
    }

    void write(Node from) {
        file(from, "Write saved views to a file", path -> memory.write(path, say));
    }

    void read(Node from) {
        file(from, "Read views from a file", path -> memory.read(path, say));
    }

    void group(Node from) {
        ask(
                from,
                "Group by labels",
                "LABELS OR @FIELDS, PARTED BY BLANKS",
                "group-by",
                "namespace service",
                this::group,
                "Alerts with the same values in all of them stand together. The key g turns groups off and on.");
    }

    private String group(String text) {
        var fields = new ArrayList<Field>();
        for (String word : text.strip().split(" ", -1)) {
            if (!word.isEmpty()) {
                var field = Field.parse(word);
                if (field.isEmpty()) {
                    return "No field is called " + word + ".";
                }
                fields.add(field.get());
            }
        }
        triage.group(fields.isEmpty() ? Grouping.FLAT : new Grouping.By(List.copyOf(fields)));
        return "";
    }

    private void file(Node from, String title, Consumer<Path> then) {
        ask(
                from,
                title,
                "FILE",
                "view-file",
                "oncall-views.json",
                text -> {
                    try {
                        then.accept(Path.of(text.strip()).toAbsolutePath());
                        return "";
                    } catch (InvalidPathException e) {
                        return "That is no name of a file.";
                    }
                },
                "JSON, readable by any other console.");
    }

    /// @param take what is wrong with the text, or nothing, when it was taken
    private void ask(
            Node from,
            String title,
            String label,
            String id,
            String text,
            Function<String, String> take,
            String explanation) {
        Layers layers = Layers.of(from);
        var field = new TextField(text);
        field.setId(id);
        Label problem = SafeText.label("", "oc-problem");
        Shown.present(problem, false);
        var yes = new Button("Do it", Icon.CHECK.node());
        yes.getStyleClass().add("accent");
        var card = new VBox[1];
        card[0] = Dialogs.of(
                title,
                yes,
                () -> layers.close(card[0]),
                Dialogs.text(explanation, "oc-muted"),
                Dialogs.field(label, field),
                problem);
        card[0].setPrefWidth(WIDTH);
        yes.setOnAction(event -> {
            String wrong = take.apply(field.getText());
            Shown.text(problem, wrong);
            if (wrong.isEmpty()) {
                layers.close(card[0]);
            }
        });
        field.setOnAction(event -> yes.fire());
        layers.openDialog(card[0], () -> {});
        field.requestFocus();
    }
}
