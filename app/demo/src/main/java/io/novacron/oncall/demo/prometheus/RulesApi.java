package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.rule.ActiveAlert;
import io.novacron.oncall.demo.rule.GoNumber;
import io.novacron.oncall.demo.rule.GroupReport;
import io.novacron.oncall.demo.rule.Rule;
import io.novacron.oncall.demo.rule.RuleReport;
import io.novacron.oncall.demo.rule.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code rules} and {@code alerts}. */
record RulesApi(Supplier<List<GroupReport>> reports) {

    private static final String NEVER = "0001-01-01T00:00:00Z";

    Reply rules(Parameters parameters) {
        Filter filter = Filter.of(parameters);
        List<Map<String, Object>> groups = new ArrayList<>();
        for (GroupReport report : reports.get()) {
            List<Map<String, Object>> rules = new ArrayList<>();
            if (filter.takes(report)) {
                for (RuleReport rule : report.rules()) {
                    if (filter.takes(rule.rule())) {
                        rules.add(rule(rule, filter.withoutAlerts()));
                    }
                }
            }
            if (!rules.isEmpty()) {
                groups.add(group(report, rules));
            }
        }
        return Answer.of(Map.of("groups", groups));
    }

    Reply alerts() {
        List<Map<String, Object>> alerts = new ArrayList<>();
        for (GroupReport group : reports.get()) {
            group.rules().forEach(rule -> rule.alerts().forEach(alert -> alerts.add(alert(alert))));
        }
        return Answer.of(Map.of("alerts", alerts));
    }

    private static Map<String, Object> group(GroupReport report, List<Map<String, Object>> rules) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", report.group().name());
        out.put("file", report.group().file());
        out.put("rules", rules);
        out.put("interval", seconds(report.group().interval()));
        out.put("limit", 0);
        out.put("evaluationTime", report.seconds());
        out.put("lastEvaluation", time(report.at()));
        return out;
    }

    private static Map<String, Object> rule(RuleReport report, boolean withoutAlerts) {
        Map<String, Object> out = new LinkedHashMap<>();
        switch (report.rule()) {
            case Rule.Alerting rule -> {
                out.put(
                        "state",
                        report.at() == null ? "unknown" : report.phase().word());
                out.put("name", rule.name());
                out.put("query", rule.query());
                out.put("duration", seconds(rule.hold()));
                out.put("keepFiringFor", seconds(rule.keepFiring()));
                out.put("labels", texts(rule.labels()));
                out.put("annotations", texts(rule.annotations()));
                out.put(
                        "alerts",
                        withoutAlerts
                                ? null
                                : report.alerts().stream().map(RulesApi::alert).toList());
            }
            case Rule.Recording rule -> {
                out.put("name", rule.name());
                out.put("query", rule.query());
                out.put("labels", new TreeMap<>(rule.labels()));
            }
        }
        out.put("health", report.health());
        if (!report.lastError().isEmpty()) {
            out.put("lastError", report.lastError());
        }
        out.put("evaluationTime", report.seconds());
        out.put("lastEvaluation", time(report.at()));
        out.put("type", report.rule() instanceof Rule.Alerting ? "alerting" : "recording");
        return out;
    }

    private static Map<String, Object> alert(ActiveAlert alert) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("labels", alert.labels().byName());
        out.put("annotations", new TreeMap<>(alert.annotations()));
        out.put("state", alert.phase().word());
        out.put("activeAt", alert.activeAt().toString());
        if (alert.keepFiringSince() != null) {
            out.put("keepFiringSince", alert.keepFiringSince().toString());
        }
        out.put("value", GoNumber.exponent(alert.value()));
        return out;
    }

    private static Map<String, String> texts(Map<String, Template> templates) {
        Map<String, String> texts = new TreeMap<>();
        templates.forEach((name, template) -> texts.put(name, template.toString()));
        return texts;
    }

    /** A whole number where it is one. */
    private static Number seconds(Duration duration) {
        if (duration.toMillisPart() == 0) {
            return duration.toSeconds();
        }
        return duration.toMillis() / 1e3;
    }

    private static String time(@Nullable Instant time) {
        return time == null ? NEVER : time.toString();
    }

    /** The parameters that leave rules out; an empty list takes all. */
    private record Filter(
            String type,
            List<String> names,
            List<String> groups,
            List<String> files,
            List<List<LabelMatcher>> matchers,
            boolean withoutAlerts) {

        static Filter of(Parameters parameters) {
            String type = parameters.text("type");
            if (!List.of("", "alert", "record").contains(type)) {
                throw ApiError.badParameter("type", "not supported value \"" + type + "\"");
            }
            String exclude = parameters.text("exclude_alerts");
            boolean without = List.of("1", "t", "T", "TRUE", "true", "True").contains(exclude);
            if (!without
                    && !List.of("", "0", "f", "F", "FALSE", "false", "False").contains(exclude)) {
                throw ApiError.badParameter(
                        "exclude_alerts",
                        "error converting exclude_alerts: strconv.ParseBool: parsing \"" + exclude
                                + "\": invalid syntax");
            }
            return new Filter(
                    type,
                    parameters.request().all("rule_name[]"),
                    parameters.request().all("rule_group[]"),
                    parameters.request().all("file[]"),
                    parameters.matchers(),
                    without);
        }

        boolean takes(GroupReport report) {
            return (groups.isEmpty() || groups.contains(report.group().name()))
                    && (files.isEmpty() || files.contains(report.group().file()));
        }

        boolean takes(Rule rule) {
            Labels labels = Labels.of(
                    rule instanceof Rule.Alerting alerting
                            ? texts(alerting.labels())
                            : ((Rule.Recording) rule).labels());
            boolean alerts = rule instanceof Rule.Alerting;
            return (names.isEmpty() || names.contains(rule.name()))
                    && (type.isEmpty() || type.equals("alert") == alerts)
                    && (matchers.isEmpty()
                            || matchers.stream()
                                    .anyMatch(set -> set.stream().allMatch(matcher -> matcher.matches(labels))));
        }
    }
}
