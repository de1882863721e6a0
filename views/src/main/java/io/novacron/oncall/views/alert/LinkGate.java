package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.link.LinkOpener;
import io.novacron.oncall.core.link.SafeLink;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.views.controls.Dialogs;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Fx;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/// Opens links from alert data: only such as were judged safe, and each host only after the operator agreed to it once
/// in
/// this session (reliability guide §6). FX thread only.
public final class LinkGate {
    private final LinkOpener opener;
    private final WorkBoard work;
    private final Consumer<String> say;
    private final Set<String> agreed = new HashSet<>();

    /// @param say shows a sentence for a while
    public LinkGate(LinkOpener opener, WorkBoard work, Consumer<String> say) {
        this.opener = opener;
        this.work = work;
        this.say = say;
    }

    /// Opens the address or says why not.
    ///
    /// @param from any node of the screen, over which the question is asked
    public void open(String address, Node from) {
        switch (SafeLink.judge(address)) {
            case SafeLink.Refused(String why) -> say.accept("The link was " + why + ".");
            case SafeLink.Safe safe -> {
                if (agreed.contains(safe.host())) {
                    go(safe);
                } else {
                    ask(safe, Layers.of(from));
                }
            }
        }
    }

    private void ask(SafeLink.Safe link, Layers layers) {
        var yes = new Button("Open");
        yes.getStyleClass().add("accent");
        var address = SafeText.label("", "oc-mono", "oc-code");
        address.setText(Visible.line(link.uri().toString(), 600));
        address.setWrapText(true);
        address.setMaxWidth(Double.MAX_VALUE);
        var dialogs = new VBox[1];
        dialogs[0] = Dialogs.of(
                "Open a link to " + Visible.line(link.host(), 80) + "?",
                yes,
                () -> layers.close(dialogs[0]),
                Dialogs.text("This address came with an alert. Its host is asked about once in this session."),
                address);
        dialogs[0].setPrefWidth(560);
        yes.setOnAction(event -> {
            layers.close(dialogs[0]);
            agreed.add(link.host());
            go(link);
        });
        layers.openDialog(dialogs[0], () -> {});
        yes.requestFocus();
    }

    private void go(SafeLink.Safe link) {
        work.start("open " + link.host(), () -> {
            boolean opened = opener.open(link);
            Fx.run(() -> opened(link, opened));
        });
    }

    private void opened(SafeLink.Safe link, boolean opened) {
        if (opened) {
            say.accept("Opened " + link.host() + " in the browser.");
            return;
        }
        var content = new ClipboardContent();
        content.putString(link.uri().toString());
        Clipboard.getSystemClipboard().setContent(content);
        say.accept("There is no browser here; the address of " + link.host() + " was copied instead.");
    }
}
