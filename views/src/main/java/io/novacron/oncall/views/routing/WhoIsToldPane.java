package io.novacron.oncall.views.routing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.routing.DeliveryAnswer;
import io.novacron.oncall.core.routing.DeliveryReader;
import io.novacron.oncall.core.routing.Mute;
import io.novacron.oncall.core.routing.Routing;
import io.novacron.oncall.core.routing.RoutingBook;
import io.novacron.oncall.core.routing.RoutingReading;
import io.novacron.oncall.core.routing.Told;
import io.novacron.oncall.views.alert.AlertPane;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.Placeholder;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Fx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who is told of an alert, and by which way through Alertmanager's routing tree; whether what is sent arrives; what
/// inhibits it. Drawn anew only when something of it changed. FX thread only.
public final class WhoIsToldPane implements AlertPane {
    private static final Duration FRESH = Duration.ofSeconds(60);

    private record Shown(
            Alert alert, RoutingReading reading, Inhibition inhibition, Instant minute, DeliveryAnswer deliveries) {}

    private record Asked(String cluster, Instant at) {}

    private final RoutingBook book;
    private final DeliveryReader reader;
    private final WorkBoard work;
    private final Telling telling;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final RouteTree tree = new RouteTree();
    private Optional<Shown> shown = Optional.empty();
    private Optional<Asked> asked = Optional.empty();
    private DeliveryAnswer deliveries = new DeliveryAnswer.Unknown("Prometheus has not answered yet");
    private Runnable latest = () -> {};
    private long newest;

    /// @param zone the operator's own time zone
    public WhoIsToldPane(RoutingBook book, DeliveryReader reader, WorkBoard work, ZoneId zone) {
        this.book = book;
        this.reader = reader;
        this.work = work;
        telling = new Telling(zone);
        content.getStyleClass().add("oc-detail");
        scroll.getStyleClass().addAll("edge-to-edge", "oc-detail-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    @Override
    public String title() {
        return "Who is told";
    }

    @Override
    public Node view() {
        return scroll;
    }

    @Override
    public void show(Alert alert, AlertBoard board, Instant now) {
        long number = ++newest;
        String cluster = alert.key().cluster();
        latest = () -> show(alert, board, now);
        ask(cluster, now);
        if (book.has(board, cluster)) {
            show(alert, board, book.of(board, cluster), now);
            return;
        }
        // a configuration may be large: it is read in the background, once
        work.start("reading the routing of " + cluster, () -> {
            RoutingReading reading = book.of(board, cluster);
            Fx.run(() -> {
                if (number == newest) {
                    show(alert, board, reading, now);
                }
            });
        });
    }

    private void ask(String cluster, Instant now) {
        boolean fresh = asked.filter(last ->
                        last.cluster().equals(cluster) && now.isBefore(last.at().plus(FRESH)))
                .isPresent();
        if (fresh) {
            return;
        }
        if (asked.filter(last -> last.cluster().equals(cluster)).isEmpty()) {
            deliveries = new DeliveryAnswer.Unknown("Prometheus has not answered yet");
        }
        var question = new Asked(cluster, now);
        asked = Optional.of(question);
        work.start("asking whether notifications of " + cluster + " arrive", () -> {
            DeliveryAnswer answer = reader.read(cluster);
            Fx.run(() -> {
                if (asked.equals(Optional.of(question))) {
                    deliveries = answer;
                    latest.run();
                }
            });
        });
    }

    private void show(Alert alert, AlertBoard board, RoutingReading reading, Instant now) {
        Inhibition inhibition = reading instanceof RoutingReading.Known known
                ? Inhibition.of(alert, board, known.routing())
                : new Inhibition(List.of(), 0);
        var wanted = new Shown(alert, reading, inhibition, now.truncatedTo(ChronoUnit.MINUTES), deliveries);
        if (shown.equals(Optional.of(wanted))) {
            return;
        }
        boolean same = shown.map(last -> last.alert().key()).equals(Optional.of(alert.key()));
        shown = Optional.of(wanted);
        if (!same) {
            tree.fold();
        }
        switch (reading) {
            case RoutingReading.Unknown(String sentence) ->
                content.getChildren().setAll(Placeholder.failed(sentence));
            case RoutingReading.Known known -> draw(wanted, known, now);
        }
        if (!same) {
            scroll.setVvalue(0);
        }
    }

    private void draw(Shown of, RoutingReading.Known known, Instant now) {
        Routing routing = known.routing();
        Told told = routing.told(of.alert().labels());
        content.getChildren().setAll(line(told));
        quiet(of.alert(), told, routing, now);
        if (known.disputed()) {
            note("The members of this cluster run different configurations; this is the first one's.");
        }
        var receivers = new VBox(SafeText.label("RECEIVERS", "oc-overline"));
        receivers.getStyleClass().addAll("oc-section", "oc-receivers");
        for (Told.Taken taken : told.taken()) {
            receivers
                    .getChildren()
                    .add(ReceiverCard.of(taken, routing.mute(taken.route(), now), of.deliveries(), telling));
        }
        receivers.getChildren().add(counted(of.deliveries()));
        content.getChildren().add(receivers);
        tree.show(routing.visit(of.alert().labels()));
        content.getChildren().addAll(tree, InhibitionSection.of(of.inhibition()));
        routing.notes().forEach(one -> note("Passed over: " + one + "."));
    }

    /// `Paged: PagerDuty on-call · Slack #ops`, to stand wherever it matters who is told.
    public static Label line(Told told) {
        return wrapped((told.paging().isEmpty() ? "Told, nobody paged: " : "Paged: ") + told.line(), "oc-lead");
    }

    /// A time interval mutes a route, not the alert: its other routes go on telling (alerts guide R1).
    private void quiet(Alert alert, Told told, Routing routing, Instant now) {
        if (alert.state() == AlertState.MUTED) {
            long muted = told.taken().stream()
                    .filter(one -> routing.mute(one.route(), now).state() == Mute.State.MUTED)
                    .count();
            if (muted < told.taken().size()) {
                note("It is muted on " + muted + " of its " + told.taken().size()
                        + " routes: by the others people are told.");
                return;
            }
        }
        if (alert.state() != AlertState.FIRING) {
            note("It is " + alert.state().word() + ": while that lasts, nobody is told.");
        }
    }

    private Node counted(DeliveryAnswer answer) {
        return switch (answer) {
            case DeliveryAnswer.Known known ->
                wrapped(
                        "Counted by Alertmanager for each kind of channel, read from " + known.source() + " at "
                                + asked.map(one -> new ExactTime(telling.zone()).minutes(one.at()))
                                        .orElse("") + ".",
                        "oc-faint");
            case DeliveryAnswer.Unknown(String why) ->
                wrapped("Whether it arrives is not known: " + why + ".", "oc-faint");
        };
    }

    private void note(String sentence) {
        content.getChildren().add(wrapped(sentence, "oc-warning"));
    }

    static Label wrapped(String text, String... styleClasses) {
        Label label = SafeText.label(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
