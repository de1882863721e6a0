package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.link.SafeLink;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.text.Oddity;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.triage.Categories;
import io.novacron.oncall.core.triage.ReplicaLabels;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.SeverityBadge;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What Alertmanager says about one alert, and why it is quiet. Drawn anew only when something of it changed, so that
/// what
/// one reads stands still. FX thread only.
final class AlertFacts extends ScrollPane implements AlertPane {
    static final String TITLE = "Alert";

    /// Labels or annotations beyond this are counted, not drawn (reliability guide F84).
    private static final int MOST = 200;

    private static final int LONGEST = 4_000;

    private final VBox content = new VBox();
    private final ZoneId zone;
    private final Categories categories;
    private final ReplicaLabels replicas;
    private final BiConsumer<String, Node> open;
    private final Consumer<AlertKey> go;
    private final List<Aged> aged = new ArrayList<>();
    private Optional<Shown> shown = Optional.empty();
    private Instant now = Instant.EPOCH;

    private record Aged(Age age, Instant at) {}

    private record Shown(Alert alert, List<QuietReason> reasons, AlertCopies copies) {}

    /// @param open opens an address that came from outside
    /// @param go   selects another alert
    AlertFacts(
            ZoneId zone,
            Categories categories,
            ReplicaLabels replicas,
            BiConsumer<String, Node> open,
            Consumer<AlertKey> go) {
        this.zone = zone;
        this.categories = categories;
        this.replicas = replicas;
        this.open = open;
        this.go = go;
        content.getStyleClass().add("oc-detail");
        getStyleClass().addAll("edge-to-edge", "oc-detail-scroll");
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public Node view() {
        return this;
    }

    @Override
    public void show(Alert alert, AlertBoard board, Instant newNow) {
        now = newNow;
        var wanted = new Shown(alert, QuietReason.of(alert, board), AlertCopies.of(alert, board, replicas));
        if (!shown.equals(Optional.of(wanted))) {
            boolean same = shown.map(Shown::alert).map(Alert::key).equals(Optional.of(alert.key()));
            shown = Optional.of(wanted);
            aged.clear();
            draw(wanted);
            if (!same) {
                setVvalue(0);
            }
        }
        tick(newNow);
    }

    @Override
    public void tick(Instant newNow) {
        now = newNow;
        aged.forEach(one -> one.age().show(one.at(), now));
    }

    private void draw(Shown of) {
        Alert alert = of.alert();
        content.getChildren().setAll(head(alert));
        if (!alert.summary().isBlank()) {
            content.getChildren().add(wrapped(alert.summary(), "oc-lead"));
        }
        content.getChildren().add(facts(alert));
        if (alert.ack() != null) {
            section("ACKNOWLEDGED", acknowledged(alert.ack()));
        }
        if (!of.reasons().isEmpty()) {
            section("WHY QUIET", of.reasons().stream().map(this::reason).toArray(Node[]::new));
        }
        section("SEEN BY", copies(of.copies()));
        section("ANNOTATIONS", grid(annotations(alert)));
        section(
                "LABELS (" + alert.labels().size() + ")",
                grid(List.copyOf(alert.labels().byName().entrySet())));
    }

    private Node head(Alert alert) {
        var state = StateChip.small();
        state.show(alert.state());
        var since = age(alert.startsAt());
        var chips = new FlowPane(8, 4, SeverityBadge.of(alert.severity()), state, since);
        String name = alert.name().isEmpty() ? alert.key().fingerprint() : alert.name();
        var head = new VBox(OddText.of(name, wrapped(name, "oc-title"), LONGEST), chips);
        head.getStyleClass().add("oc-detail-head");
        return head;
    }

    private Node facts(Alert alert) {
        var facts = new GridPane();
        facts.getStyleClass().add("oc-kv");
        row(facts, "since", wrapped(new ExactTime(zone).both(alert.startsAt()), "oc-kv-value"));
        row(facts, "cluster", wrapped(alert.key().cluster(), "oc-kv-value"));
        String receivers = String.join(", ", alert.receivers());
        List<String> widely = categories.of(alert.labels()).stream()
                .filter(LineWords.TOLD_WIDELY::contains)
                .toList();
        row(facts, "receivers", widely.isEmpty() ? wrapped(receivers, "oc-kv-value") : widely(widely, receivers));
        row(facts, "fingerprint", wrapped(alert.key().fingerprint(), "oc-kv-value", "oc-mono"));
        if (!alert.generatorUrl().isBlank()) {
            row(facts, "rule", value(alert.generatorUrl()));
        }
        return facts;
    }

    /// Others than the team on call hear of these, so who does stands out.
    private static Node widely(List<String> categories, String receivers) {
        Label chip = SafeText.label(String.join(", ", categories) + ": told widely", "oc-chip", "oc-told-widely");
        chip.setMinWidth(USE_PREF_SIZE);
        return new FlowPane(
                8, 2, chip, wrapped(receivers.isEmpty() ? "nobody" : receivers, "oc-kv-value", "oc-strong"));
    }

    /// Each replica and each member by itself: the merged line shows the loudest of them.
    private Node copies(AlertCopies of) {
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        for (AlertCopies.Copy copy : of.copies()) {
            if (of.copies().size() > 1) {
                var state = StateChip.small();
                state.show(copy.state());
                row(grid, "replica", new FlowPane(8, 2, wrapped(copy.labels(), "oc-mono"), state, age(copy.since())));
            }
            for (AlertCopies.Word word : copy.members()) {
                row(
                        grid,
                        word.member(),
                        wrapped(word.says() + " since " + new ExactTime(zone).both(word.since()), "oc-kv-value"));
            }
        }
        return grid;
    }

    private Node acknowledged(Ack ack) {
        var facts = new GridPane();
        facts.getStyleClass().add("oc-kv");
        row(facts, "by (claimed)", wrapped(ack.owner(), "oc-kv-value"));
        row(facts, "reason", wrapped(ack.comment(), "oc-kv-value"));
        row(facts, "since", moment(ack.since()));
        row(facts, "until", moment(ack.until()));
        row(facts, "silence", wrapped(ack.silenceId(), "oc-kv-value", "oc-mono"));
        if (ack.foreign()) {
            row(facts, "written by", wrapped("another tool (ACK! in the comment)", "oc-kv-value"));
        }
        return facts;
    }

    private Node reason(QuietReason reason) {
        return switch (reason) {
            case QuietReason.Silenced(String id, Optional<Silence> silence) ->
                silence.map(this::silence)
                        .orElseGet(() -> wrapped("silence " + id + ", which the server does not list", "oc-kv-value"));
            case QuietReason.Inhibited(String fingerprint, Optional<Alert> by) -> inhibited(fingerprint, by);
            case QuietReason.Muted(String interval) -> wrapped("muted by the time interval " + interval, "oc-kv-value");
        };
    }

    private Node silence(Silence silence) {
        var facts = new GridPane();
        facts.getStyleClass().add("oc-kv");
        row(facts, "silenced by", wrapped(silence.createdBy() + " (claimed)", "oc-kv-value"));
        row(facts, "comment", wrapped(QuietReason.comment(silence), "oc-kv-value"));
        row(facts, "until", moment(silence.endsAt()));
        var matchers = new VBox();
        silence.matchers().stream()
                .limit(MOST)
                .map(Matcher::toText)
                .forEach(text -> matchers.getChildren().add(wrapped(text, "oc-mono", "oc-kv-value")));
        row(facts, "matchers", matchers);
        row(facts, "silence", wrapped(silence.id(), "oc-kv-value", "oc-mono"));
        return facts;
    }

    private Node inhibited(String fingerprint, Optional<Alert> by) {
        var line = new FlowPane(6, 2, SafeText.label("inhibited by", "oc-kv-key"));
        if (by.isPresent()) {
            var link = new Hyperlink();
            SafeText.show(link, by.get().name() + "  " + fingerprint);
            link.setOnAction(event -> go.accept(by.get().key()));
            line.getChildren().addAll(SeverityBadge.of(by.get().severity()), link);
        } else {
            line.getChildren().addAll(SafeText.label(fingerprint, "oc-mono"), SafeText.label("not listed", "oc-faint"));
        }
        line.getChildren().add(SafeText.label("others may exist", "oc-faint"));
        return line;
    }

    private Node moment(Instant at) {
        var box = new FlowPane(8, 0, wrapped(new ExactTime(zone).both(at), "oc-kv-value"), age(at));
        return box;
    }

    private Age age(Instant at) {
        var age = new Age(zone);
        age.show(at, now);
        aged.add(new Aged(age, at));
        return age;
    }

    private static List<Map.Entry<String, String>> annotations(Alert alert) {
        List<String> first = List.of("summary", "description", "runbook_url", "runbook");
        Comparator<Map.Entry<String, String>> order =
                Comparator.comparingInt(entry -> first.contains(entry.getKey()) ? first.indexOf(entry.getKey()) : 9);
        return alert.annotations().entrySet().stream()
                .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private Node grid(List<Map.Entry<String, String>> entries) {
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        entries.stream().limit(MOST).forEach(entry -> {
            String both =
                    Oddity.of(entry.getKey()).isEmpty() ? entry.getValue() : entry.getKey() + " = " + entry.getValue();
            row(grid, entry.getKey(), OddText.of(both, value(entry.getValue()), LONGEST));
        });
        if (entries.size() > MOST) {
            row(grid, "…", SafeText.label((entries.size() - MOST) + " more", "oc-faint"));
        }
        if (entries.isEmpty()) {
            row(grid, "none", SafeText.label(""));
        }
        return grid;
    }

    /// The text, and behind what is meant as an address a way to open it or why there is none.
    private Node value(String text) {
        Label label = wrapped(text, "oc-kv-value");
        if (!SafeLink.meant(text)) {
            return label;
        }
        label.getStyleClass().add("oc-mono");
        if (SafeLink.judge(text) instanceof SafeLink.Refused(String why)) {
            return new VBox(label, wrapped(why, "oc-refused"));
        }
        var button = new Button("open", Icon.LINK.node());
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "oc-small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> open.accept(text, this));
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        return new HBox(6, label, button);
    }

    private void section(String title, Node... nodes) {
        var box = new VBox(SafeText.label(title, "oc-overline"));
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("oc-section");
        content.getChildren().add(box);
    }

    private static void row(GridPane grid, String key, Node value) {
        Label label = SafeText.label(key, "oc-kv-key");
        label.setMinWidth(96);
        label.setMaxWidth(160);
        GridPane.setHgrow(value, Priority.ALWAYS);
        GridPane.setValignment(label, VPos.TOP);
        grid.addRow(grid.getRowCount(), label, value);
    }

    private static Label wrapped(String text, String... styleClasses) {
        Label label = SafeText.label(text, styleClasses);
        label.setText(text.indexOf('\n') < 0 ? Visible.line(text, LONGEST) : block(text));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static String block(String text) {
        return text.length() <= LONGEST
                ? Visible.block(text)
                : Visible.block(text.substring(0, LONGEST)) + "… (" + text.length() + " characters)";
    }
}
