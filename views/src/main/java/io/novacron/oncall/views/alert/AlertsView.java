package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Acknowledge;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Realarms;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.firing.FiringReads;
import io.novacron.oncall.core.firing.Unpaged;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Heartbeat;
import io.novacron.oncall.views.silence.SilenceDesk;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The alerts view: the list, one alert in full beside it, and what is being done about them at its foot. It must stand
/// in [Layers], over which its dialogs open. FX thread only.
public final class AlertsView extends BorderPane {
    private static final double DETAIL = 0.6;
    /// Below this the detail takes the place of the list, in px at the text size of a laptop.
    private static final double BESIDE = 900;

    /// What the view needs besides its model.
    ///
    /// @param links    opens what alert data points to
    /// @param silences opens what makes and extends silences
    /// @param json     an alert as `oncall alert --json` prints it
    /// @param firing   what Prometheus can be asked about alerts
    /// @param unpaged  the alerts of Prometheus that no Alertmanager has, as of now
    public record Outside(
            LinkGate links,
            SilenceDesk silences,
            Function<Alert, String> json,
            FiringReads firing,
            Supplier<List<Unpaged>> unpaged) {}

    private final AlertsViewModel model;
    private final Outside outside;
    private final RowHistory history;
    private final UnpagedStrip unpaged;
    private final AlertTable table;
    private final AlertsHead head;
    private final AlertDetail detail;
    private final FacetsPanel facets;
    private final LadderStrip ladders;
    private final RealarmStrip realarms;
    private final ActionsCard actions;
    private final AckDialogs acks;
    private final Absences absences;
    private final SplitPane split = new SplitPane();
    private final Label notice = SafeText.label("", "oc-notice");
    private Absence absence = new Absence.None();
    private long version;
    private Supplier<Realarms> alarming = () -> Realarms.NONE;
    private Consumer<Layers> resolved = layers -> {};

    /// @param zone  the operator's own time zone
    /// @param sides what an alert's detail shows beside what Alertmanager says, a tab each
    public AlertsView(AlertsViewModel model, Outside outside, ZoneId zone, List<AlertPane> sides) {
        this.model = model;
        this.outside = outside;
        TriageModel triage = model.triage();
        history = new RowHistory(outside.firing().history());
        table = new AlertTable(new Faces(zone, model.categories(), history, this::toggle), triage);
        unpaged = new UnpagedStrip(zone);
        facets = new FacetsPanel(triage);
        var dialogs = new FilterDialogs(triage, model.memory(), model::say);
        var menu = new ViewMenu(triage, model.memory(), dialogs, table.columns(), Presets.of(model.operator()));
        head = new AlertsHead(triage, this::requestFocus, menu);
        detail = new AlertDetail(
                Stream.concat(Stream.of(new AlertFacts(zone, outside.links()::open, this::goTo)), sides.stream())
                        .toList());
        ladders = new LadderStrip(zone);
        realarms = new RealarmStrip(zone, this::goTo, this::acknowledgeAgain);
        actions = new ActionsCard(zone);
        acks = new AckDialogs(model);
        absences = new Absences(model, zone);
        split.getItems().add(table.view());
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.setWrapText(true);
        notice.setOnMouseClicked(event -> model.dismissNotice());
        setTop(new VBox(unpaged, head));
        setCenter(split);
        setBottom(new VBox(realarms, notice, ladders));
        AlertCommands commands = commands();
        commands.keys().note("Shift+Down", "extend the selection, Shift+Up too").install(this);
        table.view().setContextMenu(commands.menu());
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
        model.laddersProperty().subscribe(this::climb);
        model.noticeProperty().subscribe(this::say);
        model.nowProperty().subscribe(this::tick);
        sceneProperty().subscribe(scene -> model.visible(scene != null));
        widthProperty().subscribe(this::arrange);
        Heartbeat.of(this, model::tick);
    }

    @Override
    public void requestFocus() {
        if (split.getItems().contains(table.view())) {
            table.view().requestFocus();
            if (table.view().getFocusModel().getFocusedIndex() < 0) {
                table.view().getFocusModel().focus(0);
            }
        } else {
            detail.requestFocus();
        }
    }

    /// Shows above the foot what alarms again in spite of an acknowledgement.
    public void watch(Supplier<Realarms> source) {
        alarming = source;
    }

    /// Lists what fired in the last days and is over.
    public void resolved(Consumer<Layers> opens) {
        resolved = opens;
    }

    private void acknowledgeAgain(AlertKey key) {
        model.acknowledge(List.of(key), Acknowledge.LONGEST_HOLD, "");
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

    /// Tells of every alert the operator selects.
    public void onLook(Consumer<AlertKey> look) {
        table.anchor()
                .selectedProperty()
                .subscribe(line -> line.filter(AlertRow.class::isInstance)
                        .map(AlertRow.class::cast)
                        .ifPresent(row -> look.accept(row.key())));
    }

    /// Groups on or off.
    public void toggleGroups() {
        model.triage().toggleGroups();
    }

    /// What the alerts have in their fields, beside the list; in a narrow window over it.
    public void toggleFacets() {
        boolean open = getLeft() != null;
        if (!open && table.columns().narrow()) {
            model.triage().count(true);
            var card = new BorderPane(facets);
            card.getStyleClass().add("oc-dialog");
            card.setPrefSize(320, 560);
            Layers.of(this).openDialog(card, () -> model.triage().count(false));
            return;
        }
        setLeft(open ? null : facets);
        model.triage().count(!open);
    }

    private AlertCommands commands() {
        TriageModel triage = model.triage();
        return new AlertCommands()
                .part()
                .on("j", "next alert", () -> table.cursor().move(1))
                .on("k", "previous alert", () -> table.cursor().move(-1))
                .on("Enter o", "open the alert, or a group", this::openDetail)
                .on("n", "next that fires un-acked", () -> seek(1))
                .on("p", "previous that fires un-acked", () -> seek(-1))
                .on("x", "mark, and gather more", () -> table.cursor().mark())
                .on("X", "mark all shown", () -> table.cursor().markAll())
                .part()
                .on(
                        "a",
                        "acknowledge while it fires",
                        () -> act(keys -> model.acknowledge(keys, Acknowledge.LONGEST_HOLD, "")))
                .on("A", "un-acknowledge", () -> act(keys -> acks.unacknowledge(keys, Layers.of(this))))
                .on("c", "acknowledge with a comment…", () -> act(keys -> acks.acknowledge(keys, Layers.of(this))))
                .on("s", "silence…", this::silence)
                .on("e", "extend its silence…", this::extendSilence)
                .on("h", "hide here only", this::hide)
                .on("Ctrl+Z", "take back the last own action", model::undo)
                .part()
                .on("r", "runbook", this::runbook)
                .on("y", "copy link", () -> copy("link", this::link))
                .on("Y", "copy as JSON", () -> copy("JSON", outside.json()))
                .part()
                .on("/", "search", head::focusSearch)
                .on("g", "groups on or off", this::toggleGroups)
                .on("Left", "close the group", () -> fold(true))
                .on("Right", "open the group", () -> fold(false))
                .on("1", "only S1, or not", () -> triage.pick(Severity.S1))
                .on("2", "only S2, or not", () -> triage.pick(Severity.S2))
                .on("3", "only S3, or not", () -> triage.pick(Severity.S3))
                .on("4", "only S4, or not", () -> triage.pick(Severity.S4))
                .on("5", "only S5, or not", () -> triage.pick(Severity.S5))
                .on("f", "facets with counts", this::toggleFacets)
                .part()
                .on("] Ctrl+Tab", "next side of the alert", () -> detail.turn(1))
                .on("[", "side before", () -> detail.turn(-1))
                .on("l", "actions of this session", this::showActions)
                .on("v", "resolved in the last days…", () -> resolved.accept(Layers.of(this)))
                .on("Esc", "close, back to one line", this::back);
    }

    private void act(Consumer<List<AlertKey>> deed) {
        deed.accept(table.chosenAlerts());
    }

    private Optional<Alert> selected() {
        return table.anchor()
                .selectedProperty()
                .get()
                .flatMap(line -> line instanceof AlertRow row
                        ? Optional.ofNullable(model.listProperty().get().board().alert(row.key()))
                        : Optional.empty());
    }

    private void openDetail() {
        if (table.anchor().selectedProperty().get().isEmpty()) {
            table.cursor().move(0);
        }
        if (table.anchor().selectedProperty().get().orElse(null) instanceof GroupRow group) {
            toggle(group);
            return;
        }
        if (selected().isPresent() && !split.getItems().contains(detail)) {
            split.getItems().add(detail);
            arrange();
        }
        follow();
    }

    /// Beside the list, or in its place where there is no room for both.
    private void arrange() {
        if (!split.getItems().contains(detail)) {
            return;
        }
        boolean beside = getWidth() >= BESIDE;
        if (beside && split.getItems().size() == 1) {
            split.getItems().addFirst(table.view());
            split.setDividerPositions(DETAIL);
        } else if (!beside && split.getItems().size() == 2) {
            split.getItems().remove(table.view());
            detail.requestFocus();
        } else if (beside && split.getDividers().getFirst().getPosition() < 0.1) {
            split.setDividerPositions(DETAIL);
        }
    }

    private void follow() {
        if (split.getItems().contains(detail)) {
            AlertList list = model.listProperty().get();
            Instant now = model.nowProperty().get();
            selected().ifPresent(alert -> detail.show(alert, list.board(), now));
            boolean past = table.anchor()
                    .selectedProperty()
                    .get()
                    .map(line -> line instanceof AlertRow row && row.dimmed())
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
        if (split.getItems().contains(detail)) {
            split.getItems().setAll(List.of(table.view()));
            requestFocus();
        } else if (!table.cursor().clear()) {
            model.dismissNotice();
        }
    }

    private void seek(int step) {
        if (!table.cursor().seek(step, AlertsView::waits)) {
            model.say("No further alert fires un-acknowledged in this direction.");
        }
    }

    private static boolean waits(Line line) {
        return switch (line) {
            case AlertRow row -> row.state() == AlertState.FIRING;
            case GroupRow group -> group.collapsed() && group.fires();
        };
    }

    private void toggle(GroupRow group) {
        model.triage().collapse(group.id(), !group.collapsed());
    }

    /// Closes or opens the group under the cursor; from inside, closing first goes to the head.
    private void fold(boolean close) {
        int at = table.view().getFocusModel().getFocusedIndex();
        List<Line> all = table.view().getItems();
        while (close && at > 0 && at < all.size() && all.get(at) instanceof AlertRow row && row.grouped()) {
            at--;
        }
        if (at >= 0 && at < all.size() && all.get(at) instanceof GroupRow group) {
            table.anchor().select(group.id());
            model.triage().collapse(group.id(), close);
        }
    }

    private void hide() {
        AlertBoard board = model.listProperty().get().board();
        model.hide(table.chosenAlerts().stream()
                .flatMap(key -> Stream.ofNullable(board.alert(key)))
                .toList());
    }

    private void copy(String what, Function<Alert, String> text) {
        Optional<Alert> alert = selected();
        if (alert.isEmpty()) {
            model.say("No alert is selected.");
            return;
        }
        var content = new ClipboardContent();
        content.putString(text.apply(alert.get()));
        Clipboard.getSystemClipboard().setContent(content);
        model.say("Copied the " + what + " of " + Visible.line(alert.get().name(), 80) + ".");
    }

    private String link(Alert alert) {
        return "oncall://alert/" + alert.key().fingerprint();
    }

    private void silence() {
        outside.silences().silence(table.chosenAlerts(), Layers.of(this), model::say, model::silenced);
    }

    private void extendSilence() {
        selected()
                .ifPresentOrElse(
                        alert -> outside.silences().extend(alert.key(), Layers.of(this), model::say),
                        () -> model.say("No alert is selected."));
    }

    private void runbook() {
        Optional<Alert> alert = selected();
        if (alert.isPresent() && detail.open("Runbook")) {
            openDetail();
            return;
        }
        String address = alert.map(Alert::runbook).orElse(null);
        if (address == null) {
            model.say(alert.isPresent() ? "This alert names no runbook." : "No alert is selected.");
        } else {
            outside.links().open(address, this);
        }
    }

    private void show(AlertList list) {
        if (!list.absence().equals(absence)) {
            absence = list.absence();
            table.view().setPlaceholder(absences.of(absence));
        }
        if (list.version() != version) {
            version = list.version();
            table.anchor().setAll(list.lines());
        }
        head.show(list, model.nowProperty().get());
        facets.show(list);
        follow();
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
        unpaged.show(outside.unpaged().get(), now);
        if (table.columns().shows(AlertColumn.DAY)) {
            AlertBoard board = model.listProperty().get().board();
            history.want(
                    table.seen(),
                    board,
                    now,
                    () -> table.tick(model.nowProperty().get()));
        }
        detail.tick(now);
        ladders.show(model.laddersProperty().get(), now);
        head.tick(model.listProperty().get(), now);
        realarms.show(alarming.get().current(), model.listProperty().get().board());
    }
}
