package io.novacron.oncall.views.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.views.fx.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownBlocksTests {
    private final List<String> opened = new ArrayList<>();

    @Test
    void headingsListsAndCodeKeepTheirText() {
        assertThat(words("""
                        # Disk full
                        First *look*, then **act**:

                        1. run `df -h`
                        2. call

                            sudo du -x /
                        """))
                .contains("Disk full", "First ", "look", "act", "1.", "df -h", "2.", "call", "sudo du -x /");
    }

    @Test
    void aTableHasOneCellForEach() {
        Parent drawn = draw("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n");
        GridPane grid = (GridPane) all(drawn, GridPane.class).getFirst();
        assertThat(grid.getChildren()).hasSize(6);
        assertThat(GridPane.getRowIndex(grid.getChildren().getLast())).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = "F83 HTML and pictures in a runbook stay text, and nothing is fetched [fake]")
    void htmlAndPicturesStayTextAndNothingIsFetched(String row) {
        assertThat(words("<script>alert(1)</script>\n\nsee <b>this</b> ![the plan](http://evil.example/x.png)"))
                .contains("<script>alert(1)</script>", "<b>", "[picture: the plan]");
        System.out.println("fault row " + row);
    }

    @Test
    void whatTurnsOrHidesTextIsWrittenOut() {
        assertThat(words("a\u202Eb `c\u200Bd`")).contains("aU+202Eb ", "cU+200Bd");
    }

    @Test
    void aLinkGivesItsDestinationAndOpensNothingByItself() {
        Parent drawn = draw("[other](./Other.md) and <https://wiki.example/x>");
        Toolkit.run(() -> all(drawn, Hyperlink.class).forEach(link -> ((Hyperlink) link).fire()));
        assertThat(opened).containsExactly("./Other.md", "https://wiki.example/x");
    }

    @Test
    void deepAndHugeTextIsBoundedAndSaysSo() {
        Parent long_ = draw("x\n\n".repeat(20_000));
        assertThat(all(long_, Text.class)).hasSizeBetween(1_000, 3_000);
        assertThat(labels(long_)).contains("Only the beginning is shown; open the file in an editor for the rest.");
        assertThat(words(">".repeat(5_000) + " deep")).anyMatch(text -> text.contains("deep"));
        assertThat(words("*a _b ".repeat(3_000) + "x" + "_ *".repeat(3_000))).isNotEmpty();
    }

    private List<String> words(String markdown) {
        Parent drawn = draw(markdown);
        var words = new ArrayList<String>();
        all(drawn, Text.class).forEach(text -> words.add(((Text) text).getText()));
        words.addAll(labels(drawn));
        return words;
    }

    private static List<String> labels(Parent drawn) {
        return all(drawn, Label.class).stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private Parent draw(String markdown) {
        var document = MarkdownBlocks.parse(markdown);
        return Toolkit.call(() -> {
            var drawn = MarkdownBlocks.draw(document, opened::add);
            new Scene(new Group(drawn));
            return drawn;
        });
    }

    private static List<Node> all(Parent root, Class<? extends Node> type) {
        var found = new ArrayList<Node>();
        for (Node child : root.getChildrenUnmodifiable()) {
            if (type.isInstance(child)) {
                found.add(child);
            }
            if (child instanceof Parent parent
                    && !Set.of(Label.class, Hyperlink.class).contains(child.getClass())) {
                found.addAll(all(parent, type));
            }
        }
        return found;
    }
}
