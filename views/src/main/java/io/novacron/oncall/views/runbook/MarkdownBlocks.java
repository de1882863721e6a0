package io.novacron.oncall.views.runbook;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.SafeText;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Markdown as nodes of the window: headings, paragraphs, lists, quotes, tables, code with a button that copies it.
/// What a
/// file may cost is bounded. FX thread only, but for [#parse].
final class MarkdownBlocks extends AbstractVisitor {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(40)
            .build();
    private static final int MOST_BLOCKS = 2_000;
    private static final int LONGEST = 65_536;

    private final Consumer<String> open;
    private Pane target = new VBox();
    private int blocks;

    private MarkdownBlocks(Consumer<String> open) {
        this.open = open;
    }

    /// Reads the text; any thread.
    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /// @param document what [#parse] made of the text
    /// @param open     takes the destination of a link
    static Region draw(Node document, Consumer<String> open) {
        var root = new VBox();
        root.getStyleClass().add("oc-md");
        var blocks = new MarkdownBlocks(open);
        blocks.into(root, document);
        if (blocks.blocks > MOST_BLOCKS) {
            root.getChildren()
                    .add(SafeText.label(
                            "Only the beginning is shown; open the file in an editor for the rest.", "oc-caution"));
        }
        return root;
    }

    private void into(Pane pane, Node parent) {
        Pane before = target;
        target = pane;
        visitChildren(parent);
        target = before;
    }

    @Override
    protected void visitChildren(Node parent) {
        for (Node child = parent.getFirstChild(); child != null && blocks <= MOST_BLOCKS; child = child.getNext()) {
            blocks++;
            child.accept(this);
        }
    }

    @Override
    public void visit(Heading heading) {
        add(MarkdownInline.flow(heading, "oc-md-h" + Math.min(3, heading.getLevel()), open));
    }

    @Override
    public void visit(Paragraph paragraph) {
        add(MarkdownInline.flow(paragraph, "oc-md-text", open));
    }

    @Override
    public void visit(BulletList list) {
        list(list, at -> "•");
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        int start = first == null ? 1 : first;
        list(list, at -> start + at + ".");
    }

    private interface Marker {
        String at(int index);
    }

    private void list(Node list, Marker marker) {
        var lines = new VBox();
        lines.getStyleClass().add("oc-md-list");
        int index = 0;
        for (Node item = list.getFirstChild(); item != null && blocks <= MOST_BLOCKS; item = item.getNext()) {
            if (item instanceof ListItem) {
                blocks++;
                var mark = new Label(marker.at(index++));
                mark.getStyleClass().add("oc-md-marker");
                mark.setMinWidth(Region.USE_PREF_SIZE);
                var body = new VBox();
                body.getStyleClass().add("oc-md-item");
                HBox.setHgrow(body, Priority.ALWAYS);
                into(body, item);
                lines.getChildren().add(new HBox(mark, body));
            }
        }
        add(lines);
    }

    @Override
    public void visit(BlockQuote quote) {
        var body = new VBox();
        body.getStyleClass().add("oc-md-quote");
        into(body, quote);
        add(body);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        code(html.getLiteral());
    }

    @Override
    public void visit(ThematicBreak line) {
        add(new Separator());
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            var grid = new GridPane();
            grid.getStyleClass().add("oc-md-table");
            rows(block, grid);
            add(grid);
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
    }

    private void rows(Node part, GridPane grid) {
        for (Node child = part.getFirstChild(); child != null && blocks <= MOST_BLOCKS; child = child.getNext()) {
            blocks++;
            if (child instanceof TableRow) {
                row(child, grid, grid.getRowCount());
            } else {
                rows(child, grid);
            }
        }
    }

    private void row(Node row, GridPane grid, int at) {
        int column = 0;
        for (Node cell = row.getFirstChild(); cell != null && blocks <= MOST_BLOCKS; cell = cell.getNext()) {
            blocks++;
            if (cell instanceof TableCell words) {
                grid.add(
                        MarkdownInline.flow(words, words.isHeader() ? "oc-md-head" : "oc-md-text", open), column++, at);
            }
        }
    }

    private void code(@Nullable String literal) {
        String text = literal == null ? "" : literal.stripTrailing();
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var lines = new Label(Visible.block(cut));
        lines.setMnemonicParsing(false);
        lines.getStyleClass().add("oc-mono");
        lines.setWrapText(true);
        lines.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var copy = new Button("", Icon.COPY.node());
        copy.setAccessibleText("Copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        var box = new HBox(lines, copy);
        box.getStyleClass().addAll("oc-code", "oc-md-block");
        add(box);
    }

    private void add(Region node) {
        target.getChildren().add(node);
    }
}
