package io.novacron.oncall.views.firing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.firing.FiringDesk;
import io.novacron.oncall.core.firing.RuleBehind;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.store.Snapshot;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.alert.AlertPane;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.Placeholder;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.fx.Fx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The rule behind an alert: what it asks, for how long it must hold, how its last evaluation went, and what it
/// measured
/// lately. Drawn anew only when something of it changed. FX thread only.
public final class RulePane implements AlertPane {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = FiringDesk.DAY;
    /// A chart is read again after this.
    private static final Duration FRESH = Duration.ofSeconds(60);

    private record Shown(Alert alert, List<Behind> found, List<String> doubts) {}

    private record Asked(FiringDesk.ChartRequest request, Instant at) {}

    private final Monitor monitor;
    private final OnDemand<FiringDesk.ChartRequest, QueryResult> reads;
    private final ZoneId zone;
    private final VBox content = new VBox();
    private final ScrollPane scroll = Panes.scroll(content);
    private final RuleChart chart;
    private final VBox measured = new VBox();
    private Optional<Shown> shown = Optional.empty();
    private Optional<Asked> asked = Optional.empty();
    private Optional<Alert> latest = Optional.empty();
    private int chosen;

    /// @param zone the operator's own time zone
    public RulePane(Monitor monitor, OnDemand<FiringDesk.ChartRequest, QueryResult> reads, ZoneId zone) {
        this.monitor = monitor;
        this.reads = reads;
        this.zone = zone;
        chart = new RuleChart(zone);
        measured.getStyleClass().add("oc-section");
    }

    @Override
    public String title() {
        return "Rule";
    }

    @Override
    public Node view() {
        return scroll;
    }

    @Override
    public void show(Alert alert, AlertBoard board, Instant now) {
        boolean same = latest.map(Alert::key).equals(Optional.of(alert.key()));
        latest = Optional.of(alert);
        if (!same) {
            reads.cancel();
            asked = Optional.empty();
            chosen = 0;
        }
        draw(alert, now);
        if (!same) {
            scroll.setVvalue(0);
        }
    }

    @Override
    public void tick(Instant now) {
        latest.ifPresent(alert -> draw(alert, now));
    }

    private void draw(Alert alert, Instant now) {
        Map<String, Snapshot<MetricAnswer>> answers = monitor.metrics();
        Map<String, MetricAnswer> bySource = new HashMap<>();
        answers.forEach((source, snapshot) -> bySource.put(source, snapshot.value()));
        List<Behind> found = Behind.of(RuleBehind.of(alert, bySource), near(alert));
        var wanted = new Shown(alert, found, doubts());
        if (!shown.equals(Optional.of(wanted))) {
            shown = Optional.of(wanted);
            draw(wanted);
        }
        if (!found.isEmpty()) {
            ask(alert, found.get(Math.min(chosen, found.size() - 1)), now);
        }
    }

    private void draw(Shown of) {
        if (of.found().isEmpty()) {
            content.getChildren().setAll(none(of));
            return;
        }
        content.getChildren().clear();
        if (of.found().size() > 1) {
            content.getChildren()
                    .add(Panes.wrapped(
                            of.found().size()
                                    + " rules bear this name; which of them made this alert its labels do not tell.",
                            "oc-warning"));
        }
        for (int i = 0; i < of.found().size(); i++) {
            content.getChildren().add(rule(of.found().get(i)));
            if (i == Math.min(chosen, of.found().size() - 1)) {
                content.getChildren().add(measured);
            } else {
                content.getChildren().add(choice(i));
            }
        }
        of.doubts().forEach(doubt -> content.getChildren().add(Panes.wrapped(doubt, "oc-warning")));
    }

    private Node none(Shown of) {
        boolean configured =
                monitor.settings().sources().stream().anyMatch(source -> source.kind() == SourceKind.PROMETHEUS);
        if (!configured) {
            return Placeholder.empty(
                    Icon.TRACES,
                    "No Prometheus is configured, so the rule is not known. Add a [[source]] with kind = \"prometheus\".");
        }
        if (monitor.metrics().isEmpty()) {
            return of.doubts().isEmpty()
                    ? Placeholder.loading("Asked; no Prometheus has answered yet.")
                    : Placeholder.failed("The rule is not known. " + String.join(" ", of.doubts()));
        }
        String name = of.alert().name();
        return of.doubts().isEmpty()
                ? Placeholder.empty(
                        Icon.TRACES,
                        "No Prometheus of this console has a rule " + name
                                + ": the alert was made elsewhere, or its rule was taken away.")
                : Placeholder.failed("None that answers has a rule " + name + ". " + String.join(" ", of.doubts()));
    }

    private Node rule(Behind behind) {
        Rule rule = behind.rule();
        var facts = new GridPane();
        facts.getStyleClass().add("oc-kv");
        Panes.row(
                facts,
                "holds for",
                Panes.wrapped(
                        rule.holdFor().isZero() ? "fires at once" : PromDuration.format(rule.holdFor()),
                        "oc-kv-value"));
        Panes.row(facts, "group", Panes.wrapped(rule.group(), "oc-kv-value"));
        Panes.row(facts, "file", Panes.wrapped(rule.file(), "oc-kv-value"));
        var box = new VBox(
                Panes.wrapped(rule.name(), "oc-title"), Panes.wrapped(rule.query(), "oc-mono", "oc-expression"), facts);
        for (RuleBehind one : behind.evaluated()) {
            Panes.row(facts, one.source(), evaluation(one.rule()));
        }
        box.getStyleClass().add("oc-section");
        return box;
    }

    private Node evaluation(Rule rule) {
        Instant last = rule.lastEvaluation();
        String when = last == null
                ? "not evaluated yet"
                : "evaluated " + new ExactTime(zone).clock(last)
                        + (rule.evaluationTime().isZero()
                                ? ""
                                : " in " + Math.max(1, rule.evaluationTime().toMillis()) + " ms");
        String state = rule.state().isEmpty() ? "" : ", " + rule.state();
        var box = new VBox(Panes.wrapped(when + state, "oc-kv-value"));
        if (!rule.lastError().isEmpty()) {
            box.getChildren().add(Panes.wrapped("failed: " + rule.lastError(), "oc-problem"));
        } else if (!rule.health().equals("ok")) {
            box.getChildren().add(Panes.wrapped("health " + rule.health(), "oc-warning"));
        }
        return box;
    }

    private Node choice(int index) {
        var button = new Button("Draw this one");
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "oc-small-button");
        button.setOnAction(event -> {
            chosen = index;
            asked = Optional.empty();
            shown.ifPresent(this::draw);
        });
        return new FlowPane(button);
    }

    private void ask(Alert alert, Behind behind, Instant now) {
        RuleBehind one = behind.asked();
        String expression = one.compared()
                .map(compared -> compared.measured())
                .orElse(one.rule().query());
        var request = new FiringDesk.ChartRequest(one.source(), expression, span(alert, now));
        boolean sameQuestion = asked.filter(last -> last.request().source().equals(request.source())
                        && last.request().expression().equals(request.expression()))
                .isPresent();
        if (sameQuestion
                && asked.filter(last -> now.isBefore(last.at().plus(FRESH))).isPresent()) {
            return;
        }
        var question = new Asked(request, now);
        asked = Optional.of(question);
        if (!sameQuestion) {
            measured.getChildren().setAll(Placeholder.loading("Asking " + one.source() + " for what it measured."));
        }
        reads.ask(
                request,
                fetched -> Fx.run(() -> {
                    if (asked.equals(Optional.of(question))) {
                        take(fetched, alert, one, question);
                    }
                }));
    }

    private void take(Fetched<QueryResult> fetched, Alert alert, RuleBehind one, Asked question) {
        switch (fetched) {
            case Fetched.Failure<QueryResult> failure ->
                measured.getChildren()
                        .setAll(Placeholder.failed("What it measured is not known. "
                                + failure.error().sentence()));
            case Fetched.Answer<QueryResult>(QueryResult result, var contact) -> {
                double end = question.at().toEpochMilli() / 1000.0;
                double start = end - question.request().span().toSeconds();
                Curve curve = Curve.of(result, alert, one.compared(), start, end);
                present(curve, one);
                result.warnings()
                        .forEach(warning -> measured.getChildren()
                                .add(Panes.wrapped(one.source() + " warns: " + warning, "oc-warning")));
            }
        }
    }

    private void present(Curve curve, RuleBehind one) {
        String limit = one.compared()
                .map(compared -> ", fires " + compared.sign() + " " + compared.limit())
                .orElse("");
        String none = one.compared().isPresent()
                ? "It has no series for this alert"
                : "The expression had no result for this alert";
        measured.getChildren()
                .setAll(
                        SafeText.label("MEASURED BY " + one.source(), "oc-overline"),
                        Panes.wrapped(
                                curve.series().isEmpty() ? none + " in this time." : curve.now() + limit, "oc-lead"));
        if (!curve.series().isEmpty()) {
            chart.show(curve);
            measured.getChildren().add(chart);
        }
        if (curve.series().size() > Curve.MOST) {
            measured.getChildren()
                    .add(Panes.wrapped(
                            (curve.series().size() - Curve.MOST) + " more series are not drawn.", "oc-faint"));
        }
    }

    /// What keeps the rule from being known for sure, a sentence for each Prometheus that does not answer well.
    private List<String> doubts() {
        return monitor.statuses().stream()
                .filter(source -> source.kind() == SourceKind.PROMETHEUS && !source.live())
                .filter(source -> source.lastGood() != null || !source.reason().isEmpty())
                .map(this::doubt)
                .toList();
    }

    private String doubt(SourceStatus source) {
        Instant good = source.lastGood();
        return source.name() + ": " + source.reason() + "."
                + (good == null ? "" : " Its rules are as of " + new ExactTime(zone).minutes(good) + ".");
    }

    private Set<String> near(Alert alert) {
        return monitor.settings().sources().stream()
                .filter(source -> source.kind() == SourceKind.PROMETHEUS
                        && source.cluster().equals(alert.key().cluster()))
                .map(SourceSettings::name)
                .collect(Collectors.toSet());
    }

    /// A little more than it fires, an hour at least.
    private static Duration span(Alert alert, Instant now) {
        Duration fires = Duration.between(alert.startsAt(), now).multipliedBy(5).dividedBy(4);
        return fires.compareTo(SHORTEST) < 0 ? SHORTEST : fires.compareTo(LONGEST) > 0 ? LONGEST : fires;
    }
}
