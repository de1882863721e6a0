package io.novacron.oncall.views.firing;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.firing.AlertHistory;
import io.novacron.oncall.core.firing.Change;
import io.novacron.oncall.core.firing.FiringDesk;
import io.novacron.oncall.core.firing.FiringHistory;
import io.novacron.oncall.core.firing.Run;
import io.novacron.oncall.core.firing.SeenLog;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.views.alert.AlertPane;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Fx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// When an alert fired before, from Prometheus and from what this console saw, and which silences that have ended once
/// hit it. FX thread only.
public final class HistoryPane implements AlertPane {
    /// How far back is asked.
    static final Duration SPAN = Duration.ofDays(7);

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST = 50;

    private final OnDemand<FiringDesk.HistoryRequest, FiringHistory> reads;
    private final SeenLog seen;
    private final Executor worker;
    private final ZoneId zone;
    private final BiConsumer<List<Matcher>, Node> again;
    private final VBox before = section();
    private final VBox here = section();
    private final VBox silences = section();
    private final VBox content = new VBox(before, here, silences);
    private final ScrollPane scroll = Panes.scroll(content);
    private Optional<AlertKey> of = Optional.empty();
    private Optional<AlertBoard> compared = Optional.empty();
    private Optional<List<Change>> changes = Optional.empty();
    private Optional<EndedSilences> ended = Optional.empty();
    private Instant asked = Instant.EPOCH;
    private long newest;

    /// @param worker compares silences off the JavaFX thread
    /// @param zone   the operator's own time zone
    /// @param again  opens the editor with the matchers of a silence that has ended, over any node of the screen
    public HistoryPane(
            OnDemand<FiringDesk.HistoryRequest, FiringHistory> reads,
            SeenLog seen,
            Executor worker,
            ZoneId zone,
            BiConsumer<List<Matcher>, Node> again) {
        this.reads = reads;
        this.seen = seen;
        this.worker = worker;
        this.zone = zone;
        this.again = again;
    }

    @Override
    public String title() {
        return "History";
    }

    @Override
    public Node view() {
        return scroll;
    }

    @Override
    public void show(Alert alert, AlertBoard board, Instant now) {
        boolean same = of.equals(Optional.of(alert.key()));
        if (!same) {
            of = Optional.of(alert.key());
            reads.cancel();
            asked = Instant.EPOCH;
            compared = Optional.empty();
            changes = Optional.empty();
            ended = Optional.empty();
            put(before, beforeTitle(), Panes.wrapped("Asking Prometheus.", "oc-muted"));
            silences.getChildren().clear();
            scroll.setVvalue(0);
        }
        if (Duration.between(asked, now).compareTo(FRESH) >= 0) {
            asked = now;
            ask(alert, board);
        }
        if (compared.filter(last -> last == board).isEmpty()) {
            compared = Optional.of(board);
            compare(alert, board, now);
        }
        saw(alert);
    }

    private void ask(Alert alert, AlertBoard board) {
        long number = ++newest;
        reads.ask(
                new FiringDesk.HistoryRequest(List.of(alert), board, SPAN),
                fetched -> Fx.run(() -> {
                    if (number == newest && of.equals(Optional.of(alert.key()))) {
                        take(fetched, alert.key());
                    }
                }));
    }

    private void take(Fetched<FiringHistory> fetched, AlertKey key) {
        switch (fetched) {
            case Fetched.Failure<FiringHistory> failure ->
                put(
                        before,
                        beforeTitle(),
                        Panes.wrapped(
                                "When it fired before is not known. "
                                        + failure.error().sentence(),
                                "oc-problem"));
            case Fetched.Answer<FiringHistory>(FiringHistory history, var contact) ->
                draw(history, Optional.ofNullable(history.byKey().get(key)));
        }
    }

    private void draw(FiringHistory history, Optional<AlertHistory> known) {
        put(before, beforeTitle());
        AlertHistory alert = known.filter(one -> one.series() > 0).orElse(null);
        if (alert == null) {
            before.getChildren()
                    .add(Panes.wrapped(
                            "No Prometheus of this console has a series of this alert at the moments asked for, one each "
                                    + PromDuration.format(history.step())
                                    + ", so when it fired before is not known; what was shorter may not be seen.",
                            "oc-muted"));
        } else {
            String often = alert.starts() == 1 ? "once" : alert.starts() + " times";
            before.getChildren()
                    .add(Panes.wrapped(
                            "It began " + often + " in 7 days, as " + alert.source() + " tells, to "
                                    + PromDuration.format(history.step()) + ". What was shorter may be missing.",
                            "oc-lead"));
            if (alert.ambiguous()) {
                before.getChildren()
                        .add(Panes.wrapped(
                                alert.series()
                                        + " series of Prometheus became this one alert; what is told is of all of them together.",
                                "oc-warning"));
            }
            before.getChildren().add(runs(alert.runs()));
        }
        history.doubts().forEach(doubt -> before.getChildren().add(Panes.wrapped(doubt, "oc-warning")));
    }

    private Node runs(List<Run> runs) {
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        var times = new ExactTime(zone);
        for (Run run : runs.reversed().stream().limit(MOST).toList()) {
            Instant end = run.end();
            String from = run.earlier() ? "before " + times.minutes(run.start()) : times.minutes(run.start());
            String until = end == null
                    ? "still fires, or nothing is known after it"
                    : "until " + times.minutes(end) + "  ("
                            + (run.earlier() ? "more than " : "")
                            + Age.between(run.start(), end) + ")";
            Panes.row(grid, from, Panes.wrapped(until, "oc-kv-value"));
        }
        if (runs.size() > MOST) {
            Panes.row(grid, "…", Panes.wrapped((runs.size() - MOST) + " earlier ones", "oc-faint"));
        }
        return grid;
    }

    private void saw(Alert alert) {
        List<Change> all = seen.changes(alert.key());
        if (changes.equals(Optional.of(all))) {
            return;
        }
        changes = Optional.of(all);
        put(here, "SEEN BY THIS CONSOLE SINCE IT WAS STARTED");
        if (all.isEmpty()) {
            here.getChildren().add(Panes.wrapped("It neither began nor ended in that time.", "oc-muted"));
            return;
        }
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        for (Change change : all.reversed()) {
            Panes.row(
                    grid,
                    new ExactTime(zone).minutes(change.at()),
                    Panes.wrapped(
                            (change.fires() ? "began" : "ended") + ", " + new ExactTime(zone).both(change.at()),
                            "oc-kv-value"));
        }
        here.getChildren().add(grid);
    }

    private void compare(Alert alert, AlertBoard board, Instant now) {
        worker.execute(() -> {
            EndedSilences found = EndedSilences.of(alert, board);
            Fx.run(() -> {
                boolean current = of.equals(Optional.of(alert.key()))
                        && compared.filter(last -> last == board).isPresent();
                if (current && !ended.equals(Optional.of(found))) {
                    ended = Optional.of(found);
                    draw(found, now);
                }
            });
        });
    }

    private void draw(EndedSilences found, Instant now) {
        put(silences, "ENDED SILENCES THAT HIT IT (" + found.ended().size() + ")");
        if (found.ended().isEmpty()) {
            silences.getChildren()
                    .add(Panes.wrapped("The servers list none; they forget them after some days.", "oc-muted"));
        }
        found.ended().stream()
                .limit(MOST)
                .forEach(held -> silences.getChildren().add(silence(held, now)));
        if (found.ended().size() > MOST) {
            silences.getChildren()
                    .add(Panes.wrapped((found.ended().size() - MOST) + " earlier ones are not listed.", "oc-faint"));
        }
    }

    private Node silence(ClusterSilence held, Instant now) {
        Silence silence = held.silence();
        AckRecord ack = AckRecord.read(silence);
        var times = new ExactTime(zone);
        var facts = new GridPane();
        facts.getStyleClass().add("oc-kv");
        Panes.row(
                facts,
                ack == null ? "silenced by" : "acknowledged by",
                Panes.wrapped(
                        (ack == null ? silence.createdBy() : String.join(", ", ack.owners())) + " (claimed)",
                        "oc-kv-value"));
        Panes.row(facts, "comment", Panes.wrapped(ack == null ? comment(silence) : ack.reason(), "oc-kv-value"));
        Panes.row(facts, "from", Panes.wrapped(times.both(silence.startsAt()), "oc-kv-value"));
        Panes.row(
                facts,
                "ended",
                Panes.wrapped(
                        times.both(silence.endsAt()) + "  (" + Age.between(silence.endsAt(), now) + " ago)",
                        "oc-kv-value"));
        Panes.row(facts, "matchers", Panes.wrapped(Matcher.toText(silence.matchers()), "oc-mono", "oc-kv-value"));
        var box = new VBox(facts);
        box.getStyleClass().add("oc-card");
        if (ack == null) {
            var button = new Button("Silence again…");
            button.setMnemonicParsing(false);
            button.getStyleClass().addAll("flat", "oc-small-button");
            button.setOnAction(event -> again.accept(silence.matchers(), scroll));
            box.getChildren().add(new FlowPane(button));
        }
        return box;
    }

    /// Without the mark by which the console finds its own silences again.
    private static String comment(Silence silence) {
        int mark = silence.comment().lastIndexOf(" [oncall:");
        return mark < 0 ? silence.comment() : silence.comment().substring(0, mark);
    }

    private static String beforeTitle() {
        return "FIRED IN THE LAST 7 DAYS";
    }

    private static VBox section() {
        var box = new VBox();
        box.getStyleClass().add("oc-section");
        return box;
    }

    private static void put(VBox section, String title, Node... nodes) {
        section.getChildren().setAll(SafeText.label(title, "oc-overline"));
        section.getChildren().addAll(nodes);
    }
}
