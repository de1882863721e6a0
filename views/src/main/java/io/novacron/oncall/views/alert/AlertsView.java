package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.Placeholder;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Heartbeat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The alerts view: the list, one alert in full beside it, and what is being done about them at its foot. It must stand
/// in [Layers], over which its dialogs open. FX thread only.
public final class AlertsView extends BorderPane {
    private static final double DETAIL = 0.62;

    private final AlertsViewModel model;
    private final Clock clock;
    private final ZoneId zone;
    private final AlertTable table;
    private final AlertsHead head;
    private final AlertDetail detail;
    private final LadderStrip ladders;
    private final ActionsCard actions;
    private final AckDialogs acks;
    private final LinkGate links;
    private final SplitPane split = new SplitPane();
    private final Label notice = SafeText.label("", "oc-notice");
    private Optional<SilenceForm> silencing = Optional.empty();
    private Absence absence = new Absence.None();

    /// @param links opens what alert data points to
    /// @param zone  the operator's own time zone
    /// @param sides what an alert's detail shows beside what Alertmanager says, a tab each
    public AlertsView(AlertsViewModel model, LinkGate links, Clock clock, ZoneId zone, List<AlertPane> sides) {
        this.model = model;
        this.clock = clock;
        this.zone = zone;
        table = new AlertTable(zone);
        head = new AlertsHead(model, this::requestFocus);
        this.links = links;
        detail = new AlertDetail(Stream.concat(Stream.of(new AlertFacts(zone, links::open, this::goTo)), sides.stream())
                .toList());
        ladders = new LadderStrip(zone);
        actions = new ActionsCard(zone);
        acks = new AckDialogs(model);
        split.getItems().add(table.view());
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.setWrapText(true);
        notice.setOnMouseClicked(event -> model.dismissNotice());
        setTop(head);
        setCenter(split);
        setBottom(new VBox(notice, ladders));
        KeyMap keys = keys();
        keys.install(this);
        table.view().setContextMenu(menu());
        table.view().setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openDetail();
            }
        });
        table.view()
                .getSelectionModel()
                .getSelectedIndices()
                .subscribe(() -> head.selected(
                        table.view().getSelectionModel().getSelectedIndices().size()));
        table.anchor().selectedProperty().subscribe(row -> follow());
        model.listProperty().subscribe(this::show);
        model.filterProperty().subscribe(filter -> show(model.listProperty().get()));
        model.laddersProperty().subscribe(this::climb);
        model.noticeProperty().subscribe(this::say);
        model.nowProperty().subscribe(this::tick);
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

    /// Selects the alert and opens it.
    ///
    /// @return false when it is not in the list
    public boolean open(AlertKey key) {
        boolean there = table.anchor().select(key);
        if (there) {
            openDetail();
        }
        return there;
    }

    private KeyMap keys() {
        return new KeyMap()
                .on("j", "next alert", () -> table.cursor().move(1))
                .on("k", "previous alert", () -> table.cursor().move(-1))
                .on("Enter o", "open the alert", this::openDetail)
                .on(
                        "a",
                        "acknowledge for 1 h",
                        () -> act(keys -> model.acknowledge(keys, Acknowledge.DEFAULT_HOLD, "")))
                .on("c", "acknowledge with a reason", () -> act(keys -> acks.acknowledge(keys, Layers.of(this))))
                .on("A", "un-acknowledge", () -> act(keys -> acks.unacknowledge(keys, Layers.of(this))))
                .on("s", "silence…", this::silence)
                .on("r", "runbook", this::runbook)
                .on("n", "next that fires un-acked", () -> seek(1))
                .on("p", "previous that fires un-acked", () -> seek(-1))
                .on("x", "mark, and gather more", () -> table.cursor().mark())
                .on("X", "mark all shown", () -> table.cursor().markAll())
                .note("Shift+Down", "extend the selection, Shift+Up too")
                .on("] Ctrl+Tab", "next side of the alert", () -> detail.turn(1))
                .on("[", "side before", () -> detail.turn(-1))
                .on("/", "search", head::focusSearch)
                .on("l", "actions of this session", this::showActions)
                .on("Esc", "close, back to one line", this::back);
    }

    private interface Deed {
        void on(List<AlertKey> keys);
    }

    private void act(Deed deed) {
        deed.on(table.chosen().stream().map(AlertRow::key).toList());
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item("Open", "o", this::openDetail),
                        item(
                                "Acknowledge for 1 h",
                                "a",
                                () -> act(keys -> model.acknowledge(keys, Acknowledge.DEFAULT_HOLD, ""))),
                        item(
                                "Acknowledge with a reason…",
                                "c",
                                () -> act(keys -> acks.acknowledge(keys, Layers.of(this)))),
                        item("Un-acknowledge", "Shift+A", () -> act(keys -> acks.unacknowledge(keys, Layers.of(this)))),
                        item("Silence…", "s", this::silence),
                        item("Runbook", "r", this::runbook));
        return menu;
    }

    private static MenuItem item(String text, String key, Runnable action) {
        var item = new MenuItem(text, new KeyHint(key, ""));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Optional<Alert> selected() {
        return table.anchor()
                .selectedProperty()
                .get()
                .flatMap(row ->
                        Optional.ofNullable(model.listProperty().get().board().alert(row.key())));
    }

    private void openDetail() {
        if (selected().isEmpty()) {
            table.cursor().move(0);
        }
        if (selected().isPresent() && split.getItems().size() == 1) {
            split.getItems().add(detail);
            table.narrow(true);
            split.setDividerPositions(DETAIL);
        }
        follow();
    }

    private void follow() {
        if (split.getItems().size() > 1) {
            AlertList list = model.listProperty().get();
            Instant now = model.nowProperty().get();
            selected().ifPresent(alert -> detail.show(alert, list.board(), now));
            boolean past = table.anchor()
                    .selectedProperty()
                    .get()
                    .map(AlertRow::dimmed)
                    .orElse(false);
            detail.getStyleClass().remove("oc-dimmed");
            if (past) {
                detail.getStyleClass().add("oc-dimmed");
            }
        }
    }

    private void goTo(AlertKey key) {
        if (!table.anchor().select(key)) {
            model.say("That alert is not among those the search leaves.");
        }
    }

    private void back() {
        if (split.getItems().size() > 1) {
            split.getItems().remove(detail);
            table.narrow(false);
            requestFocus();
        } else if (!table.cursor().clear()) {
            model.dismissNotice();
        }
    }

    private void seek(int step) {
        if (!table.cursor().seek(step, row -> row.state() == AlertState.FIRING)) {
            model.say("No further alert fires un-acknowledged in this direction.");
        }
    }

    private void silence() {
        Optional<Alert> alert = selected();
        if (alert.isEmpty()) {
            model.say("No alert is selected.");
            return;
        }
        SilenceForm form = model.silence(alert.get());
        silencing = Optional.of(form);
        new SilenceDialog(form, Layers.of(this), clock, zone).open(() -> silencing = Optional.empty());
    }

    private void runbook() {
        Optional<Alert> alert = selected();
        String address = alert.map(Alert::runbook).orElse(null);
        if (address == null) {
            model.say(alert.isPresent() ? "This alert names no runbook." : "No alert is selected.");
        } else {
            links.open(address, this);
        }
    }

    private void show(AlertList list) {
        if (!list.absence().equals(absence)) {
            absence = list.absence();
            table.view().setPlaceholder(placeholder(absence));
        }
        if (!table.view().getItems().equals(list.rows())) {
            table.anchor().setAll(list.rows());
        }
        head.show(list, model.filterProperty().get(), model.nowProperty().get());
        follow();
        silencing.ifPresent(SilenceForm::alertsChanged);
    }

    private void showActions() {
        actions.show(model.laddersProperty().get());
        Layers.of(this).openCard(actions);
    }

    private void climb(List<Ladder> now) {
        if (actions.getScene() != null) {
            actions.show(now);
        }
        ladders.show(now, model.nowProperty().get());
        silencing.ifPresent(form -> form.ladders(now));
    }

    private void say(Notice now) {
        SafeText.show(notice, now.text());
        notice.setVisible(!now.text().isEmpty());
        notice.setManaged(!now.text().isEmpty());
        notice.getStyleClass().remove("oc-notice-problem");
        if (now.problem()) {
            notice.getStyleClass().add("oc-notice-problem");
        }
    }

    private void tick(Instant now) {
        table.tick(now);
        detail.tick(now);
        ladders.show(model.laddersProperty().get(), now);
        head.show(model.listProperty().get(), model.filterProperty().get(), now);
    }

    private Node placeholder(Absence why) {
        return switch (why) {
            case Absence.None none -> SafeText.label("");
            case Absence.NoSource none ->
                Placeholder.empty(
                        Icon.BELL,
                        "No Alertmanager is configured. Add a [[source]] with kind = \"alertmanager\" to the configuration"
                                + " file, then start the console again.");
            case Absence.Waiting waiting -> Placeholder.loading("Asked; no Alertmanager has answered yet.");
            case Absence.Failed(String sentence) ->
                Placeholder.failed("No alert is known, because nothing was answered. " + sentence)
                        .wayOut("Ask again  (F5)", model::pollNow);
            case Absence.Zero(Instant at) ->
                Placeholder.empty(
                        Icon.BELL,
                        "Every Alertmanager answers and lists no alert, as of " + new ExactTime(zone).both(at)
                                + ". Whether all is clear, the line at the top says.");
            case Absence.Doubtful(String sentence, Instant at) ->
                Placeholder.failed("The last answer, of " + new ExactTime(zone).both(at)
                                + ", held no alert, but that is not proof: " + sentence)
                        .wayOut("Ask again  (F5)", model::pollNow);
            case Absence.Filtered(int hidden) ->
                Placeholder.empty(Icon.FILTER, "The search hides all " + AlertActions.alerts(hidden) + ".")
                        .wayOut("Clear the search", () -> model.searchProperty().set(""));
        };
    }
}
