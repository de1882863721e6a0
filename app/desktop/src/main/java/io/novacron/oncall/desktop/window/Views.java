package io.novacron.oncall.desktop.window;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertLink;
import io.novacron.oncall.core.notify.Notice;
import io.novacron.oncall.core.notify.TitleBadge;
import io.novacron.oncall.core.routing.RoutingBook;
import io.novacron.oncall.core.runbook.RunbookShelf;
import io.novacron.oncall.core.settings.StateStore;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.store.Snapshot;
import io.novacron.oncall.core.trace.TraceAnswer;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.StatePlace;
import io.novacron.oncall.desktop.cli.json.AlertDocument;
import io.novacron.oncall.desktop.cli.json.Json;
import io.novacron.oncall.desktop.link.Browser;
import io.novacron.oncall.desktop.runbook.RunbookFolders;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.alert.AlertsView;
import io.novacron.oncall.views.alert.AlertsViewModel;
import io.novacron.oncall.views.alert.LinkGate;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.demo.DemoDesk;
import io.novacron.oncall.views.firing.HistoryPane;
import io.novacron.oncall.views.firing.ResolvedCard;
import io.novacron.oncall.views.firing.RulePane;
import io.novacron.oncall.views.fx.Fx;
import io.novacron.oncall.views.log.LogView;
import io.novacron.oncall.views.log.LogViewModel;
import io.novacron.oncall.views.notify.AttentionStrip;
import io.novacron.oncall.views.notify.AttentionViewModel;
import io.novacron.oncall.views.routing.WhoIsToldPane;
import io.novacron.oncall.views.runbook.RunbookPane;
import io.novacron.oncall.views.shell.ShellView;
import io.novacron.oncall.views.shell.ShellViewModel;
import io.novacron.oncall.views.shell.Start;
import io.novacron.oncall.views.shell.ViewSpec;
import io.novacron.oncall.views.silence.SilenceDesk;
import io.novacron.oncall.views.silence.SilencesView;
import io.novacron.oncall.views.silence.SilencesViewModel;
import io.novacron.oncall.views.silence.VanishedStrip;
import io.novacron.oncall.views.topology.TopologyView;
import io.novacron.oncall.views.topology.TopologyViewModel;
import io.novacron.oncall.views.trace.TraceView;
import io.novacron.oncall.views.trace.TraceViewModel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The window's content and the models behind it. FX thread only. */
public final class Views implements AutoCloseable {

    public static final String ALERTS = "alerts";
    public static final String SILENCES = "silences";
    public static final String TOPOLOGY = "topology";
    public static final String TRACES = "traces";
    public static final String LOGS = "logs";
    /** As the rail shows them. */
    public static final List<String> NAMES = List.of(ALERTS, SILENCES, TOPOLOGY, TRACES, LOGS);

    private final Composition parts;
    private final ZoneId zone;
    private final ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor();
    private final ShellViewModel frame;
    private final AlertsViewModel alerts;
    private final SilencesViewModel silences;
    private final SilenceDesk silenceDesk;
    private final TopologyViewModel topology;
    private final TraceViewModel traces;
    private final LogViewModel logs;
    private final AlertsView list;
    private final VanishedStrip vanished;
    private final ShellView shell;
    private Optional<AlertLink> wantedAlert = Optional.empty();
    private @Nullable TraceView traceView;
    private @Nullable SilencesView silencesView;

    /**
     * Builds the window's content.
     *
     * @param demo the estate behind the window where it is a simulated one
     * @param state keeps how the window is left
     */
    public Views(Composition parts, ZoneId zone, Optional<DemoDesk> demo, StateStore state) {
        this.parts = parts;
        this.zone = zone;
        var clock = parts.clock();
        frame = new ShellViewModel(parts.monitor(), parts.work(), parts.bus(), clock, worker);
        alerts = new AlertsViewModel(parts.monitor(), parts.actions(), parts.work(), parts.bus(), worker, state);
        silences = new SilencesViewModel(parts.monitor(), parts.actions(), parts.bus(), worker);
        silences.visible(false);
        silenceDesk = new SilenceDesk(parts.monitor(), parts.actions(), parts.work(), parts.bus(), zone, worker);
        topology = new TopologyViewModel(parts.monitor(), parts.traceReads(), parts.bus(), clock, worker);
        topology.visible(false);
        traces = new TraceViewModel(parts.monitor(), parts.traceReads(), parts.bus(), clock, Fx::run);
        logs = new LogViewModel(parts.logReads(), clock, Fx::run);
        var links = new LinkGate(new Browser(), parts.work(), alerts::say);
        RunbookShelf shelf = new RunbookFolders(
                parts.settings().desk().runbooks().folders(), StatePlace.here().resolve("runbooks"));
        if (shelf.any() && demo.isEmpty()) {
            parts.work().start("keeping a copy of the runbooks", shelf::keep);
        }
        list = new AlertsView(
                alerts,
                new AlertsView.Outside(
                        links,
                        silenceDesk,
                        alert -> Json.text(AlertDocument.of(alert)),
                        parts.firingReads(),
                        parts.firingWatch()::unpaged),
                zone,
                List.of(
                        new WhoIsToldPane(new RoutingBook(), parts.deliveries(), parts.work(), zone),
                        new RulePane(parts.monitor(), parts.firingReads().chart(), zone),
                        new HistoryPane(parts.firingReads().history(), parts.seen(), worker, zone, this::silenceAgain),
                        new RunbookPane(shelf, parts.work(), zone, links::open)));
        list.watch(parts.alarms()::realarms);
        list.resolved(
                new ResolvedCard(parts.firingReads().history(), parts.monitor()::alerts, parts.seen(), zone)::open);
        shell = new ShellView(
                new Start.Ready(
                        frame,
                        List.of(
                                new ViewSpec(ALERTS, "Alerts", Icon.BELL, () -> list),
                                new ViewSpec(SILENCES, "Silences", Icon.BELL_OFF, this::silencesView),
                                new ViewSpec(TOPOLOGY, "Topology", Icon.TOPOLOGY, () -> new TopologyView(topology)),
                                new ViewSpec(TRACES, "Traces", Icon.TRACES, this::traceView),
                                new ViewSpec(LOGS, "Logs", Icon.LOGS, () -> new LogView(logs, zone, this::openTrace))),
                        parts.settings().desk().keys(),
                        demo),
                zone);
        vanished = new VanishedStrip(parts.vanishing()::vanished, parts.vanishing()::dismiss, silenceDesk, parts.bus());
        shell.add(vanished, vanished::keys);
        frame.nowProperty().subscribe(now -> openWantedAlert());
    }

    public ShellView shell() {
        return shell;
    }

    /** From now on the operator is called, and what is looked at here need not ring again. */
    public void attend(AttentionViewModel attention) {
        shell.attend(new AttentionStrip(attention, zone, this::openNotice));
        list.onLook(attention::seen);
    }

    /** How many fire, before the window's name. */
    public ObservableValue<String> title(String name) {
        return frame.stateProperty().map(state -> TitleBadge.on(state.verdict(), name));
    }

    /** Opens a view and what {@code argument} names in it; empty for the view as it begins. */
    public void open(String view, String argument) {
        shell.open(view);
        if (!argument.isEmpty()) {
            switch (view) {
                case ALERTS -> openAlert(new AlertLink(argument, ""));
                case SILENCES -> createSilence(argument);
                case TRACES -> openTraces(argument);
                case LOGS -> logs.search(argument, Duration.ofHours(1));
                default -> topology.select(argument);
            }
        }
    }

    /** Opens this alert, at once or as soon as it is listed. */
    public void openAlert(AlertLink alert) {
        shell.open(ALERTS);
        wantedAlert = Optional.of(alert);
        openWantedAlert();
    }

    /** True once an alert that {@link #openAlert} named is open. */
    public boolean wantedAlertIsOpen() {
        return wantedAlert.isEmpty();
    }

    /** Opens the newest of the traces that a search found. */
    public void openNewestTrace() {
        TraceView view = traceView;
        if (view != null) {
            view.selectNewest();
        }
    }

    /** True once every source answered or failed and the frame shows it. */
    public boolean sourcesSettled() {
        List<SourceStatus> sources = frame.stateProperty().get().sources();
        return sources.stream().allMatch(Views::settled);
    }

    /** True once the view shows what its own reads brought, or that there is nothing to read. */
    public boolean settled(String view) {
        return switch (view) {
            case TOPOLOGY -> topology.settled() || services().isEmpty();
            case TRACES -> traces.settled() || services().isEmpty();
            case LOGS -> logs.settled() || parts.sources().logs().isEmpty();
            default -> true;
        };
    }

    /** Services that have traces, as the sources told last. */
    public List<String> services() {
        return parts.monitor().traces().values().stream()
                .map(Snapshot::value)
                .map(TraceAnswer::services)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        frame.close();
        vanished.close();
        alerts.close();
        silences.close();
        topology.close();
        traces.close();
        logs.close();
        worker.shutdownNow();
    }

    private TraceView traceView() {
        TraceView view = new TraceView(traces, zone);
        traceView = view;
        return view;
    }

    private SilencesView silencesView() {
        SilencesView view = new SilencesView(silences, silenceDesk);
        silencesView = view;
        return view;
    }

    /** Opens the editor with these matchers. */
    private void createSilence(String matchers) {
        SilencesView view = silencesView;
        if (view != null) {
            view.create(matchers);
        }
    }

    private void silenceAgain(List<Matcher> matchers, Node over) {
        silenceDesk.create(Matcher.toText(matchers), Layers.of(over), alerts::say);
    }

    private void openTrace(String id) {
        shell.open(TRACES);
        traces.open(id);
    }

    private void openTraces(String serviceOrId) {
        if (services().contains(serviceOrId)) {
            traces.searchService(serviceOrId);
        } else {
            traces.open(serviceOrId);
        }
    }

    private void openNotice(Notice notice) {
        AlertKey alert = notice.worst();
        if (alert != null) {
            shell.open(ALERTS);
            if (!list.open(alert)) {
                openAlert(AlertLink.to(alert));
            }
        }
    }

    private void openWantedAlert() {
        wantedAlert.ifPresent(wanted -> {
            if (parts.monitor().alerts().withFingerprint(wanted.fingerprint()).stream()
                    .map(Alert::key)
                    .anyMatch(key -> wanted.means(key) && list.open(key))) {
                wantedAlert = Optional.empty();
            }
        });
    }

    private static boolean settled(SourceStatus source) {
        return source.lastGood() != null || source.state() != SourceState.LATE;
    }
}
