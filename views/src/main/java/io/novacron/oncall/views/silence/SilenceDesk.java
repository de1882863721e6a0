package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent.AlertsChanged;
import io.novacron.oncall.core.bus.OncallEvent.SourcesChanged;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.views.controls.Layers;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Opens what changes silences: the editor and the questions before an extension or an end. Any view may ask it. FX
/// thread
/// only.
public final class SilenceDesk {
    private final Monitor monitor;
    private final ActionDesk desk;
    private final Bus bus;
    private final ZoneId zone;
    private final Executor worker;
    private final SilenceActions actions;

    /// @param worker computes off the JavaFX thread; it may be blocked, so virtual threads are meant
    public SilenceDesk(Monitor monitor, ActionDesk desk, WorkBoard work, Bus bus, ZoneId zone, Executor worker) {
        this.monitor = monitor;
        this.desk = desk;
        this.bus = bus;
        this.zone = zone;
        this.worker = worker;
        actions = new SilenceActions(desk, work, monitor);
    }

    SilenceActions actions() {
        return actions;
    }

    ZoneId zone() {
        return zone;
    }

    /// Opens the editor for a silence of these alerts; of several clusters, of those in the cluster of the first.
    ///
    /// @param keys alerts that fire now; those that do not are left out
    /// @param say     hears one sentence where there is nothing to open, or something was left out
    /// @param written hears what became of the silence
    public void silence(
            Collection<AlertKey> keys, Layers layers, Consumer<String> say, Consumer<ActionResult> written) {
        List<Alert> alerts = keys.stream()
                .map(key -> Optional.ofNullable(monitor.alerts().alert(key)))
                .flatMap(Optional::stream)
                .toList();
        if (alerts.isEmpty()) {
            say.accept("No alert is selected.");
            return;
        }
        String cluster = alerts.getFirst().key().cluster();
        List<Alert> here = alerts.stream()
                .filter(alert -> alert.key().cluster().equals(cluster))
                .toList();
        if (here.size() < alerts.size()) {
            say.accept("A silence is of one cluster: this one is for the " + here.size() + " in " + cluster + ".");
        }
        open(EditorStart.of(here, dialect(cluster)), layers, written);
    }

    /// Asks how long the silences of this alert are to hold from now, and extends them; acknowledgements are none.
    ///
    /// @param say hears one sentence where there is nothing to extend
    public void extend(AlertKey key, Layers layers, Consumer<String> say) {
        Alert alert = monitor.alerts().alert(key);
        List<SilenceRow> rows = alert == null ? List.of() : rowsOf(alert);
        if (rows.isEmpty()) {
            say.accept("No planned silence hits this alert; s makes one.");
            return;
        }
        new AskDialogs(actions, layers).extend(rows, (batch, result) -> {}, say);
    }

    /// Opens the editor for a new silence with these matchers, in the cluster where they hit most.
    ///
    /// @param matchers `{a="b",c=~"d"}`; empty for none
    /// @param say      hears one sentence where it cannot be opened
    public void create(String matchers, Layers layers, Consumer<String> say) {
        List<String> clusters = monitor.statuses().stream()
                .filter(source -> source.kind() == SourceKind.ALERTMANAGER)
                .map(SourceStatus::cluster)
                .toList();
        if (clusters.isEmpty()) {
            say.accept("No Alertmanager is configured.");
            return;
        }
        try {
            EditorStart best = null;
            long most = -1;
            for (String cluster : clusters) {
                Dialect dialect = dialect(cluster);
                List<Matcher> rule = MatcherParser.list(matchers, dialect);
                Matching matching = Matching.of(rule);
                long hits = rule.isEmpty()
                        ? 0
                        : monitor.alerts().alerts().stream()
                                .filter(alert -> alert.key().cluster().equals(cluster))
                                .filter(alert -> matching.matches(alert.labels()))
                                .count();
                if (hits > most) {
                    most = hits;
                    best = new EditorStart(cluster, dialect, rule, Set.of(), null);
                }
            }
            if (best != null) {
                open(best, layers, result -> {});
            }
        } catch (MatcherSyntaxException e) {
            say.accept("Column " + e.column() + ": " + e.text());
        }
    }

    /// Opens the editor for one that is there, or to make one again that has ended.
    void change(SilenceRow row, Layers layers) {
        open(EditorStart.of(row.id().cluster(), row.silence(), dialect(row.id().cluster())), layers, result -> {});
    }

    /// The address of a member of the cluster, for a command line; a placeholder where none is known.
    String member(String cluster) {
        return monitor.settings().sources().stream()
                .filter(source -> source.kind() == SourceKind.ALERTMANAGER)
                .filter(source -> source.cluster().equals(cluster))
                .flatMap(source -> source.urls().stream())
                .findFirst()
                .map(URI::toString)
                .orElse("http://alertmanager:9093");
    }

    private void open(EditorStart start, Layers layers, Consumer<ActionResult> written) {
        var editor = new SilenceEditor(
                start,
                new SilenceEditor.World(
                        desk.operator(),
                        () -> sight(start.cluster()),
                        ahead(start.cluster()),
                        desk.clock(),
                        zone,
                        worker,
                        actions,
                        written));
        Subscription alerts = bus.subscribe(AlertsChanged.class, event -> editor.changed());
        Subscription sources = bus.subscribe(SourcesChanged.class, event -> editor.changed());
        new EditorCard(editor, layers).open(() -> {
            alerts.close();
            sources.close();
        });
    }

    private ClusterSight sight(String cluster) {
        // in this order: a source that answers here has its answer on the board, not one from before it was lost
        Optional<SourceStatus> status = status(cluster);
        List<Alert> alerts = monitor.alerts().alerts().stream()
                .filter(alert -> alert.key().cluster().equals(cluster))
                .toList();
        return ClusterSight.of(cluster, status, alerts, zone);
    }

    private List<SilenceRow> rowsOf(Alert alert) {
        return alert.silencedBy().stream()
                .map(id ->
                        Optional.ofNullable(monitor.alerts().silence(alert.key().cluster(), id)))
                .flatMap(Optional::stream)
                .map(this::row)
                .filter(row -> !row.ack() && row.lives())
                .toList();
    }

    private SilenceRow row(ClusterSilence merged) {
        return SilenceRow.of(merged, 0, desk.operator().name(), false);
    }

    private Dialect dialect(String cluster) {
        return Dialect.ofVersion(status(cluster).map(SourceStatus::version).orElse(""));
    }

    private Duration ahead(String cluster) {
        return status(cluster).map(SourceStatus::skew).orElse(Duration.ZERO);
    }

    private Optional<SourceStatus> status(String cluster) {
        return monitor.statuses().stream()
                .filter(source -> source.kind() == SourceKind.ALERTMANAGER)
                .filter(source -> source.cluster().equals(cluster))
                .findFirst();
    }
}
