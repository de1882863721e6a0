package io.novacron.oncall.connectors.prometheus;

import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.metric.RuleAlert;
import io.novacron.oncall.core.metric.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Wire records to ours. */
final class Mapping {

    private static final double LONGEST = 1e9;

    private Mapping() {}

    static List<Rule> rules(Wire.Groups groups) {
        List<Rule> rules = new ArrayList<>();
        for (Wire.Group group : Texts.list(groups.groups())) {
            for (Wire.Rule rule : Texts.list(group.rules())) {
                rules.add(rule(group, rule));
            }
        }
        return rules;
    }

    static List<RuleAlert> alerts(Wire.Alerts alerts) {
        return Texts.list(alerts.alerts()).stream().map(Mapping::alert).toList();
    }

    static List<Target> targets(Wire.Targets targets) {
        return Texts.list(targets.activeTargets()).stream().map(Mapping::target).toList();
    }

    private static Rule rule(Wire.Group group, Wire.Rule rule) {
        return new Rule(
                Texts.of(group.name()),
                Texts.of(group.file()),
                Texts.of(rule.name()),
                Texts.of(rule.type()),
                Texts.of(rule.query()),
                seconds(rule.duration()),
                Texts.labels(rule.labels()),
                Texts.map(rule.annotations()),
                Texts.of(rule.state()),
                Texts.of(rule.health()),
                Texts.of(rule.lastError()),
                Texts.time(rule.lastEvaluation()),
                seconds(rule.evaluationTime()));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(Math.clamp(seconds, 0, LONGEST) * 1e9));
    }

    /** An alert whose start cannot be read has fired for ever: the epoch shows that something is wrong with it. */
    private static RuleAlert alert(Wire.Alert alert) {
        Instant activeAt = Texts.time(alert.activeAt());
        return new RuleAlert(
                Texts.labels(alert.labels()),
                Texts.map(alert.annotations()),
                Texts.of(alert.state()),
                activeAt == null ? Instant.EPOCH : activeAt,
                Texts.of(alert.value()));
    }

    private static Target target(Wire.Target target) {
        return new Target(
                Texts.labels(target.labels()),
                Texts.of(target.scrapeUrl()),
                Texts.of(target.health()),
                Texts.of(target.lastError()),
                Texts.time(target.lastScrape()));
    }
}
