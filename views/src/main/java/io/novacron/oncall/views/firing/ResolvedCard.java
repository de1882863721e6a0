package io.novacron.oncall.views.firing;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.firing.FiringDesk;
import io.novacron.oncall.core.firing.FiringHistory;
import io.novacron.oncall.core.firing.SeenLog;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Fx;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The alerts of the last days that fire no more, the latest to end first: of Prometheus, and what this console saw
/// end.
/// A card over the window. FX thread only.
public final class ResolvedCard {
    private static final Duration SPAN = Duration.ofDays(3);

    private final OnDemand<FiringDesk.HistoryRequest, FiringHistory> reads;
    private final Supplier<AlertBoard> board;
    private final SeenLog seen;
    private final ExactTime times;
    private final ListView<Resolved> list = new ListView<>();
    private final TextField search = new TextField();
    private final Label told = SafeText.label("", "oc-muted");
    private final VBox card;
    private List<Resolved> all = List.of();
    private long newest;
    private boolean asking;

    /// @param board what fires now; that is not resolved
    /// @param zone  the operator's own time zone
    public ResolvedCard(
            OnDemand<FiringDesk.HistoryRequest, FiringHistory> reads,
            Supplier<AlertBoard> board,
            SeenLog seen,
            ZoneId zone) {
        this.reads = reads;
        this.board = board;
        this.seen = seen;
        times = new ExactTime(zone);
        search.setPromptText("Words of the alert");
        search.setId("resolved-search");
        search.textProperty().subscribe(this::filter);
        list.setId("resolved");
        list.setCellFactory(view -> new Cell());
        list.setPrefHeight(520);
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        card = new VBox(
                new HBox(SafeText.label("Resolved in the last 3 days", "oc-title"), space, new KeyHint("Esc", "close")),
                search,
                list,
                told);
        card.getStyleClass().add("oc-dialog");
        card.setPrefWidth(860);
    }

    /// Opens the card and asks anew.
    public void open(Layers layers) {
        long number = ++newest;
        all = Resolved.seen(seen.ended(), board.get());
        asking = true;
        told.setText("Asking Prometheus; so far this is only what the console itself saw end.");
        filter();
        reads.ask(
                new FiringDesk.HistoryRequest(List.of(), board.get(), SPAN),
                fetched -> Fx.run(() -> {
                    if (number == newest) {
                        take(fetched);
                    }
                }));
        layers.openDialog(card, reads::cancel);
        search.requestFocus();
    }

    private void take(Fetched<FiringHistory> fetched) {
        asking = false;
        switch (fetched) {
            case Fetched.Failure<FiringHistory> failure ->
                told.setText("Only what this console itself saw end: "
                        + Visible.line(failure.error().sentence(), 1_000));
            case Fetched.Answer<FiringHistory>(FiringHistory history, var contact) -> {
                all = Resolved.of(history.past(), seen.ended(), board.get());
                String exact = "Times of Prometheus are exact to " + PromDuration.format(history.step())
                        + ". Silenced ones are listed, too: Prometheus does not know of silences.";
                long open = Resolved.open(history.past());
                String more = open == 0
                        ? ""
                        : " " + open + " more fired, and that they ended is not known; they are not listed.";
                told.setText(exact
                        + more
                        + history.doubts().stream()
                                .map(doubt -> " " + Visible.line(doubt, 300))
                                .collect(Collectors.joining()));
            }
        }
        filter();
    }

    private void filter() {
        List<String> words =
                List.of(search.getText().toLowerCase(Locale.ROOT).strip().split(" +", -1));
        list.getItems()
                .setAll(all.stream()
                        .filter(one -> words.stream().allMatch(one.text()::contains))
                        .toList());
        String none = !all.isEmpty() ? "None has these words." : asking ? "Asking…" : "Nothing is known that ended.";
        list.setPlaceholder(SafeText.label(none, "oc-muted"));
    }

    private final class Cell extends ListCell<Resolved> {
        private final Label when = SafeText.label("", "oc-mono", "oc-muted");
        private final Label name = SafeText.label("", "oc-strong");
        private final Label labels = SafeText.label("", "oc-muted");
        private final Label source = SafeText.label("", "oc-faint");
        private final HBox row = new HBox(10, when, name, labels, source);

        Cell() {
            when.setMinWidth(Region.USE_PREF_SIZE);
            name.setMinWidth(Region.USE_PREF_SIZE);
            source.setMinWidth(Region.USE_PREF_SIZE);
            labels.setMinWidth(0);
            labels.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(labels, Priority.ALWAYS);
            row.setMinWidth(0);
            row.setPrefWidth(1);
        }

        @Override
        protected void updateItem(Resolved item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            when.setText(item.when(times));
            SafeText.show(name, item.name());
            SafeText.show(labels, telling(item.labels()));
            SafeText.show(source, item.source());
            setGraphic(row);
        }

        private static String telling(Labels labels) {
            return labels.byName().entrySet().stream()
                    .filter(label -> !label.getKey().equals("alertname"))
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.joining("  "));
        }
    }
}
