package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.silence.AmtoolCommand;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.Placeholder;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Heartbeat;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// All silences and acknowledgements there are: what they keep quiet, whose they are, when they end. It must stand in
/// [Layers], over which its dialogs open. FX thread only.
public final class SilencesView extends BorderPane {
    private final SilencesViewModel model;
    private final SilenceDesk desk;
    private final SilenceTable table;
    private final SilencesHead head;
    private final BatchPane results;
    private final Label notice = SafeText.label("", "oc-notice");

    public SilencesView(SilencesViewModel model, SilenceDesk desk) {
        this.model = model;
        this.desk = desk;
        table = new SilenceTable(desk.zone());
        head = new SilencesHead(model, this::requestFocus);
        results = new BatchPane(this::again, model::dismissBatch);
        notice.setWrapText(true);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.setOnMouseClicked(event -> model.say(""));
        setTop(head);
        setCenter(table.view());
        setBottom(new VBox(notice, results));
        keys().install(this);
        table.view().setContextMenu(menu());
        table.view().setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                edit();
            }
        });
        table.view()
                .getSelectionModel()
                .getSelectedIndices()
                .subscribe(() -> head.selected(
                        table.view().getSelectionModel().getSelectedIndices().size()));
        model.listProperty().subscribe(this::show);
        model.batchProperty().subscribe(results::show);
        model.noticeProperty().subscribe(text -> {
            SafeText.show(notice, text);
            notice.setVisible(!text.isEmpty());
            notice.setManaged(!text.isEmpty());
        });
        model.nowProperty().subscribe(now -> {
            table.tick(now);
            head.show(model.listProperty().get(), now);
        });
        sceneProperty().subscribe(scene -> model.visible(scene != null));
        Heartbeat.of(this, model::tick);
    }

    @Override
    public void requestFocus() {
        table.view().requestFocus();
        if (table.view().getFocusModel().getFocusedIndex() < 0) {
            table.view().getFocusModel().focus(0);
        }
    }

    /// Opens the editor for a new silence with these matchers, `{a="b"}`; empty for none.
    public void create(String matchers) {
        desk.create(matchers, Layers.of(this), model::say);
    }

    private void create() {
        create("");
    }

    private KeyMap keys() {
        return new KeyMap()
                .on("j", "next silence", () -> table.cursor().move(1))
                .on("k", "previous silence", () -> table.cursor().move(-1))
                .on("Enter o", "change it, or make it again where it has ended", this::edit)
                .on("n", "new silence…", this::create)
                .on("e", "extend…", this::extend)
                .on("Delete", "expire now", this::expire)
                .on("y", "copy as amtool command", this::copy)
                .on("x", "mark, and gather more", () -> table.cursor().mark())
                .on("X", "mark all shown", () -> table.cursor().markAll())
                .note("Shift+Down", "extend the selection, Shift+Up too")
                .on("/", "search", head::focusSearch)
                .on("Esc", "back to one line", this::back);
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item("Change…", "Enter", this::edit),
                        item("Extend…", "e", this::extend),
                        item("Expire now", "Delete", this::expire),
                        item("Copy as amtool command", "y", this::copy),
                        item("New silence…", "n", this::create));
        return menu;
    }

    private static MenuItem item(String text, String key, Runnable action) {
        var item = new MenuItem(text, new KeyHint(key, ""));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void edit() {
        List<SilenceRow> rows = chosen();
        if (rows.isEmpty()) {
            return;
        }
        SilenceRow row = rows.getFirst();
        if (row.ack()) {
            model.say("This is an acknowledgement: Shift+A on its alert gives it back, a takes it again.");
        } else {
            desk.change(row, Layers.of(this));
        }
    }

    /// An acknowledgement is kept alive by who took it, and by a rule of its own.
    private void extend() {
        List<SilenceRow> living = chosen().stream().filter(SilenceRow::lives).toList();
        List<SilenceRow> rows = living.stream().filter(row -> !row.ack()).toList();
        if (living.isEmpty()) {
            model.say("What has ended is not extended; Enter makes it again.");
        } else if (rows.isEmpty()) {
            model.say("An acknowledgement is not extended here; c on its alert changes it.");
        } else {
            if (rows.size() < living.size()) {
                model.say("Left out, since c on its alert changes an acknowledgement: " + (living.size() - rows.size())
                        + " of " + SilenceActions.silences(living.size()) + ".");
            }
            ask().extend(rows, model::follow, model::say);
        }
    }

    private void expire() {
        List<SilenceRow> rows = chosen().stream().filter(SilenceRow::lives).toList();
        if (rows.isEmpty()) {
            model.say("It has ended already.");
        } else {
            ask().expire(rows, model::follow, model::say);
        }
    }

    /// The same action for the silences it failed for.
    private void again(Batch batch, List<SilenceRow> failed) {
        batch.again().run(ask(), failed, model::follow, model::say);
    }

    private AskDialogs ask() {
        return new AskDialogs(desk.actions(), Layers.of(this));
    }

    private void copy() {
        List<SilenceRow> rows = chosen();
        if (rows.isEmpty()) {
            return;
        }
        Instant now = model.nowProperty().get();
        String lines =
                String.join("\n", rows.stream().map(row -> command(row, now)).toList());
        var content = new ClipboardContent();
        content.putString(lines);
        Clipboard.getSystemClipboard().setContent(content);
        model.say("Copied as amtool: " + lines);
    }

    private String command(SilenceRow row, Instant now) {
        return AmtoolCommand.of(
                row.silence().matchers(),
                row.reason(),
                row.silence().createdBy(),
                row.silence().endsAt(),
                now,
                desk.member(row.id().cluster()));
    }

    private List<SilenceRow> chosen() {
        List<SilenceRow> rows = table.chosen();
        if (rows.isEmpty()) {
            model.say("No silence is selected.");
        }
        return rows;
    }

    private void back() {
        if (!table.cursor().clear()) {
            model.say("");
            model.dismissBatch();
        }
    }

    private void show(SilenceList now) {
        table.anchor().setAll(now.rows());
        table.view().setPlaceholder(placeholder(now.absence()));
        head.show(now, model.nowProperty().get());
    }

    private Node placeholder(SilenceList.Absence why) {
        return switch (why) {
            case SilenceList.Absence.None none -> SafeText.label("");
            case SilenceList.Absence.NoSource none ->
                Placeholder.empty(
                        Icon.BELL_OFF,
                        "No Alertmanager is configured. Add a [[source]] with kind = \"alertmanager\" to the configuration"
                                + " file, then start the console again.");
            case SilenceList.Absence.Waiting waiting -> Placeholder.loading("Asked; no Alertmanager has answered yet.");
            case SilenceList.Absence.Failed(String sentence) ->
                Placeholder.failed("Which silences there are is not known. " + sentence)
                        .wayOut("Ask again  (F5)", model::pollNow);
            case SilenceList.Absence.Zero(Instant at) ->
                Placeholder.empty(
                                Icon.BELL_OFF,
                                "Every Alertmanager answers and lists no silence, as of "
                                        + new ExactTime(desk.zone()).both(at) + ".")
                        .wayOut("New silence…  (n)", this::create);
            case SilenceList.Absence.Filtered(int hidden) ->
                Placeholder.empty(
                                Icon.FILTER,
                                "The search and the choices above hide all " + SilenceActions.silences(hidden) + ".")
                        .wayOut("Show all", model::clearFilter);
        };
    }
}
