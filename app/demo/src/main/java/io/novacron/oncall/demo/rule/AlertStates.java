package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The alerts of one rule on one replica: pending, firing, resolved. One thread evaluates, any thread reads {@link #alerts}. */
final class AlertStates {

    /** Resolved alerts are kept so long, so that their end reaches an Alertmanager that was away. */
    private static final Duration RESOLVED_KEPT = Duration.ofMinutes(15);

    private final Rule.Alerting rule;
    private final Labels external;
    private final Map<Labels, ActiveAlert> active = new LinkedHashMap<>();
    private volatile List<ActiveAlert> alerts = List.of();

    AlertStates(Rule.Alerting rule, Labels external) {
        this.rule = rule;
        this.external = external;
    }

    /** As they were after the newest evaluation, resolved ones included. */
    List<ActiveAlert> alerts() {
        return alerts;
    }

    /**
     * The alerts that the result has at that time.
     *
     * @throws RuleEvaluationException if two would have the same labels
     */
    void evaluate(List<Value.Element> result, Instant at) {
        Set<Labels> present = new HashSet<>();
        for (Value.Element element : result) {
            Template.Context context = new Template.Context(nameless(element.labels()), external, element.value());
            Labels labels = labels(rule, context);
            if (!present.add(labels)) {
                throw new RuleEvaluationException(
                        "vector contains metrics with the same labelset after applying alert labels");
            }
            Map<String, String> annotations = annotations(context);
            ActiveAlert before = active.get(labels);
            active.put(
                    labels,
                    before == null || before.phase() == AlertPhase.INACTIVE
                            ? ActiveAlert.pending(labels, annotations, element.value(), at)
                            : before.seen(annotations, element.value()));
        }
        for (Iterator<Map.Entry<Labels, ActiveAlert>> each = active.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Labels, ActiveAlert> entry = each.next();
            ActiveAlert alert = present.contains(entry.getKey()) ? entry.getValue() : gone(entry.getValue(), at);
            if (forgotten(alert, present, at)) {
                each.remove();
            } else {
                entry.setValue(ripe(alert, at) ? alert.fired(at) : alert);
            }
        }
        alerts = List.copyOf(active.values());
    }

    /** Takes back when a still pending alert began, from before a restart. */
    void restore(Labels labels, Instant activeAt) {
        active.computeIfPresent(labels, (_, alert) -> alert.since(activeAt));
        alerts = List.copyOf(active.values());
    }

    /** Those to be sent now, marked as sent and valid for so long. */
    List<ActiveAlert> due(Instant now, Duration resendDelay, Duration valid) {
        List<ActiveAlert> due = new ArrayList<>();
        for (Map.Entry<Labels, ActiveAlert> entry : active.entrySet()) {
            if (entry.getValue().due(now, resendDelay)) {
                ActiveAlert sent = entry.getValue().sent(now, now.plus(valid));
                entry.setValue(sent);
                due.add(sent);
            }
        }
        if (!due.isEmpty()) {
            alerts = List.copyOf(active.values());
        }
        return due;
    }

    /** The labels of the alert that an element of the rule's result makes. */
    static Labels labels(Rule.Alerting rule, Template.Context context) {
        Map<String, String> labels = new TreeMap<>(context.labels().byName());
        rule.labels().forEach((name, template) -> {
            String value = template.expand(context);
            if (value.isEmpty()) {
                labels.remove(name);
            } else {
                labels.put(name, value);
            }
        });
        labels.put("alertname", rule.name());
        return Labels.of(labels);
    }

    static Labels nameless(Labels labels) {
        if (!labels.has("__name__")) {
            return labels;
        }
        Map<String, String> rest = new TreeMap<>(labels.byName());
        rest.remove("__name__");
        return Labels.of(rest);
    }

    private Map<String, String> annotations(Template.Context context) {
        Map<String, String> texts = new TreeMap<>();
        rule.annotations().forEach((name, template) -> texts.put(name, template.expand(context)));
        return texts;
    }

    private ActiveAlert gone(ActiveAlert alert, Instant at) {
        if (alert.phase() == AlertPhase.INACTIVE || alert.phase() == AlertPhase.PENDING) {
            return alert;
        }
        Instant since = alert.keepFiringSince() == null ? at : alert.keepFiringSince();
        boolean kept =
                rule.keepFiring().isPositive() && Duration.between(since, at).compareTo(rule.keepFiring()) < 0;
        return kept ? alert.kept(since) : alert.resolved(at);
    }

    private static boolean forgotten(ActiveAlert alert, Set<Labels> present, Instant at) {
        return switch (alert.phase()) {
            case FIRING -> false;
            case PENDING -> !present.contains(alert.labels());
            case INACTIVE ->
                alert.resolvedAt() != null
                        && alert.resolvedAt().plus(RESOLVED_KEPT).isBefore(at);
        };
    }

    private boolean ripe(ActiveAlert alert, Instant at) {
        return alert.phase() == AlertPhase.PENDING
                && Duration.between(alert.activeAt(), at).compareTo(rule.hold()) >= 0;
    }
}
