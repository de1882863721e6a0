package io.novacron.oncall.views.runbook;

import io.novacron.oncall.core.text.Visible;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// The words of one block: text, emphasis, code and links. HTML stays the text it is, and of a picture only its
/// description
/// is shown, since nothing is ever fetched (reliability guide F83). FX thread only.
final class MarkdownInline extends AbstractVisitor {
    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 20;

    private final TextFlow flow = new TextFlow();
    private final Consumer<String> open;
    private final String face;
    private int strong;
    private int emphasis;
    private int depth;

    private MarkdownInline(String face, Consumer<String> open) {
        this.face = face;
        this.open = open;
    }

    /// The children of `block` as one flow of text.
    ///
    /// @param face style class of every piece of text
    /// @param open takes the destination of a link
    static TextFlow flow(Node block, String face, Consumer<String> open) {
        var inline = new MarkdownInline(face, open);
        inline.visitChildren(block);
        return inline.flow;
    }

    /// All text below `node`, without any form.
    static String plain(Node node) {
        var all = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Text text) {
                all.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                all.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak line) {
                all.append(' ');
            }
        });
        return all.toString();
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral(), "");
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral(), "oc-md-code");
    }

    @Override
    public void visit(HtmlInline html) {
        add(html.getLiteral(), "");
    }

    @Override
    public void visit(SoftLineBreak line) {
        add(" ", "");
    }

    @Override
    public void visit(HardLineBreak line) {
        flow.getChildren().add(new Text("\n"));
    }

    @Override
    public void visit(Emphasis node) {
        emphasis++;
        inside(node);
        emphasis--;
    }

    @Override
    public void visit(StrongEmphasis node) {
        strong++;
        inside(node);
        strong--;
    }

    @Override
    public void visit(Image image) {
        add("[picture: " + plain(image) + "]", "oc-faint");
    }

    @Override
    public void visit(Link link) {
        String destination = link.getDestination();
        String words = plain(link);
        var hyperlink = new Hyperlink(Visible.line(words.isBlank() ? destination : words, LONGEST));
        hyperlink.setMnemonicParsing(false);
        hyperlink.getStyleClass().add("oc-md-link");
        hyperlink.setOnAction(event -> open.accept(destination));
        flow.getChildren().add(hyperlink);
    }

    private void inside(Node node) {
        depth++;
        if (depth <= DEEPEST) {
            visitChildren(node);
        } else {
            add(plain(node), "");
        }
        depth--;
    }

    private void add(String literal, String more) {
        var text = new Text(Visible.line(literal, LONGEST));
        text.getStyleClass().add(face);
        if (!more.isEmpty()) {
            text.getStyleClass().add(more);
        }
        if (strong > 0) {
            text.getStyleClass().add("oc-md-strong");
        }
        if (emphasis > 0) {
            text.getStyleClass().add("oc-md-emphasis");
        }
        flow.getChildren().add(text);
    }
}
