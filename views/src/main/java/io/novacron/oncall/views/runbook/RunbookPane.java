package io.novacron.oncall.views.runbook;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.runbook.Runbook;
import io.novacron.oncall.core.runbook.RunbookNames;
import io.novacron.oncall.core.runbook.RunbookShelf;
import io.novacron.oncall.core.runbook.RunbookShelf.Answer;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.alert.AlertPane;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.Placeholder;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Fx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.commonmark.node.Node;

/// What to do about an alert: its runbook from the configured folders, drawn as text, and the address it names. FX
/// thread
/// only.
public final class RunbookPane implements AlertPane {
    private final RunbookShelf shelf;
    private final WorkBoard work;
    private final ZoneId zone;
    private final BiConsumer<String, javafx.scene.Node> link;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private List<String> names = List.of();
    private String address = "";
    private long newest;
    private long looking;

    /// @param zone the operator's own time zone
    /// @param link opens an address from outside, with any node of the screen to ask over
    public RunbookPane(RunbookShelf shelf, WorkBoard work, ZoneId zone, BiConsumer<String, javafx.scene.Node> link) {
        this.shelf = shelf;
        this.work = work;
        this.zone = zone;
        this.link = link;
        content.getStyleClass().add("oc-runbook");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("oc-runbook-scroll");
    }

    @Override
    public String title() {
        return "Runbook";
    }

    @Override
    public javafx.scene.Node view() {
        return scroll;
    }

    @Override
    public void show(Alert alert, AlertBoard board, Instant now) {
        String runbook = alert.runbook();
        List<String> wanted = RunbookNames.of(alert);
        String named = runbook == null ? "" : runbook;
        if (!wanted.equals(names) || !named.equals(address)) {
            names = wanted;
            address = named;
            look(wanted);
        }
    }

    private void look(List<String> wanted) {
        long number = ++newest;
        work.cancel(looking);
        if (!shelf.any() || wanted.isEmpty()) {
            drawNone(wanted);
            return;
        }
        content.getChildren().setAll(Placeholder.loading("Looking for the runbook."));
        looking = work.start("looking for a runbook", () -> {
            Runnable drawing = switch (shelf.find(wanted)) {
                case Answer.Found(Runbook found) -> {
                    Node document = MarkdownBlocks.parse(found.text());
                    yield () -> draw(found, document);
                }
                case Answer.None none -> () -> drawNone(wanted);
                case Answer.Failed(String sentence) -> () -> draw(Placeholder.failed(sentence));
            };
            Fx.run(() -> {
                if (number == newest) {
                    drawing.run();
                }
            });
        });
    }

    private void draw(Runbook runbook, Node document) {
        var place = SafeText.label(
                (runbook.kept()
                                ? "Its folder cannot be read; this is a copy kept of it, as of "
                                : runbook.place() + ", changed ")
                        + new ExactTime(zone).local(runbook.modified()),
                runbook.kept() ? "oc-warning" : "oc-faint");
        place.setWrapText(true);
        content.getChildren().setAll(MarkdownBlocks.draw(document, this::follow), place);
        addAddress();
        scroll.setVvalue(0);
    }

    private void drawNone(List<String> wanted) {
        String called = String.join(" or ", wanted);
        String none = shelf.any()
                ? "No folder holds a runbook called " + called + "."
                : "No folder of runbooks is configured; name one in folders of [runbooks].";
        draw(Placeholder.empty(Icon.LOGS, address.isEmpty() ? "This alert names no runbook. " + none : none));
    }

    private void draw(Placeholder placeholder) {
        content.getChildren().setAll(placeholder);
        addAddress();
    }

    private void addAddress() {
        if (!address.isEmpty()) {
            String here = address;
            var open = new Hyperlink(Visible.line(here, 200), Icon.LINK.node());
            open.setMnemonicParsing(false);
            open.setWrapText(true);
            open.setOnAction(event -> link.accept(here, scroll));
            content.getChildren().add(open);
        }
    }

    /// A link inside a runbook leads to another runbook of the folders, or out through the same gate as any other.
    private void follow(String destination) {
        String other = RunbookNames.linked(destination);
        if (other.isEmpty()) {
            link.accept(destination, scroll);
        } else {
            look(List.of(other));
        }
    }
}
