package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Realarms;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.firing.FiringReads;
import io.novacron.oncall.core.firing.Unpaged;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Heartbeat;
import io.novacron.oncall.views.silence.SilenceDesk;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
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
    private final AlertMoves moves;
    private final AlertDeeds deeds;
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
        table = new AlertTable(
                new LineWords(zone, model.categories(), history),
                history,
                triage,
                group -> triage.collapse(group.id(), !group.collapsed()));
        unpaged = new UnpagedStrip(zone);
        facets = new FacetsPanel(triage);
        var dialogs = new FilterDialogs(triage, model.memory(), model::say);
        var menu = new ViewMenu(triage, model.memory(), dialogs, table.columns(), Presets.of(model.operator()));
        head = new AlertsHead(triage, this::requestFocus, menu);
        detail = new AlertDetail(Stream.concat(
                        Stream.of(new AlertFacts(
                                zone, model.categories(), model.replicas(), outside.links()::open, this::goTo)),
                        sides.stream())
                .toList());
        ladders = new LadderStrip(zone);
        moves = new AlertMoves(table, model);
        deeds = new AlertDeeds(model, outside, table, this, this::openSide);
        realarms = new RealarmStrip(zone, this::goTo, deeds::acknowledgeAgain);
        actions = new ActionsCard(zone);
        absences = new Absences(model, zone);
        split.getItems().add(table.view());
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.setWrapText(true);
        notice.setOnMouseClicked(event -> model.dismissNotice());
        setTop(new VBox(realarms, unpaged, head));
        setCenter(split);
        setBottom(new VBox(notice, ladders));
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

    /// Shows at the top what alarms again in spite of an acknowledgement.
    public void watch(Supplier<Realarms> source) {
        alarming = source;
    }

    /// Lists what fired in the last days and is over.
    public void resolved(Consumer<Layers> opens) {
        resolved = opens;
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
        var all = new AlertCommands();
        moves.tell(all.part(), this::openDetail);
        deeds.tell(all);
        TriageModel triage = model.triage();
        return all.part()
                .on("/", "search", head::focusSearch)
                .on("g", "groups on or off", this::toggleGroups)
                .on("Left", "close the group", () -> moves.fold(true))
                .on("Right", "open the group", () -> moves.fold(false))
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

    private boolean openSide(String title) {
        boolean there = detail.open(title);
        if (there) {
            openDetail();
        }
        return there;
    }

    private void openDetail() {
        if (table.anchor().selectedProperty().get().isEmpty()) {
            table.cursor().move(0);
        }
        if (table.anchor().selectedProperty().get().orElse(null) instanceof GroupRow group) {
            model.triage().collapse(group.id(), !group.collapsed());
            return;
        }
        if (deeds.selected().isPresent() && !split.getItems().contains(detail)) {
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
            deeds.selected().ifPresent(alert -> detail.show(alert, list.board(), now));
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
