package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.demo.promql.Expr;
import io.novacron.oncall.demo.promql.PromQl;
import io.novacron.oncall.demo.promql.PromQlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a rule file in Prometheus' own YAML, as strictly as Prometheus does. */
public final class RuleFile {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Set<String> GROUP = Set.of("name", "interval", "rules");
    private static final Set<String> RECORDING = Set.of("record", "expr", "labels");
    private static final Set<String> ALERTING =
            Set.of("alert", "expr", "for", "keep_firing_for", "labels", "annotations");

    private final String file;
    private final Duration defaultInterval;

    private RuleFile(String file, Duration defaultInterval) {
        this.file = file;
        this.defaultInterval = defaultInterval;
    }

    /**
     * The groups of one file.
     *
     * @param file its name, for messages and for the API
     * @param defaultInterval of groups that name none
     * @throws RuleSyntaxException if it is no rule file, or an expression, duration or template in it is wrong
     */
    public static List<RuleGroup> parse(String file, String yaml, Duration defaultInterval) {
        return new RuleFile(file, defaultInterval).groups(yaml);
    }

    private List<RuleGroup> groups(String yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException e) {
            throw new RuleSyntaxException(file + " is no YAML: " + e.getOriginalMessage());
        }
        known(root, Set.of("groups"), "the top level");
        List<RuleGroup> groups = new ArrayList<>();
        for (JsonNode group : root.path("groups")) {
            groups.add(group(group));
        }
        return groups;
    }

    private RuleGroup group(JsonNode node) {
        String name = text(node, "name", "a group");
        String where = "group \"" + name + "\"";
        known(node, GROUP, where);
        Duration interval = duration(node, "interval", defaultInterval, where);
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : node.path("rules")) {
            rules.add(rule.has("record") ? recording(rule) : alerting(rule));
        }
        return new RuleGroup(file, name, interval, rules);
    }

    private Rule recording(JsonNode node) {
        String name = text(node, "record", "a rule");
        String where = "rule \"" + name + "\"";
        known(node, RECORDING, where);
        String query = text(node, "expr", where);
        return new Rule.Recording(
                name, oneLine(query), expression(query, where), map(node, "labels", where, Function.identity()));
    }

    private Rule alerting(JsonNode node) {
        String name = text(node, "alert", "a rule");
        String where = "rule \"" + name + "\"";
        known(node, ALERTING, where);
        String query = text(node, "expr", where);
        Function<String, Template> template = text -> template(text, where);
        return new Rule.Alerting(
                name,
                oneLine(query),
                expression(query, where),
                duration(node, "for", Duration.ZERO, where),
                duration(node, "keep_firing_for", Duration.ZERO, where),
                map(node, "labels", where, template),
                map(node, "annotations", where, template));
    }

    private Expr expression(String text, String where) {
        try {
            return PromQl.parse(text);
        } catch (PromQlException e) {
            throw new RuleSyntaxException(file + ", " + where + ": " + e.getMessage());
        }
    }

    private Template template(String text, String where) {
        try {
            return Template.parse(text);
        } catch (TemplateSyntaxException e) {
            throw new RuleSyntaxException(file + ", " + where + ": " + e.getMessage());
        }
    }

    private Duration duration(JsonNode node, String key, Duration missing, String where) {
        if (!node.has(key)) {
            return missing;
        }
        try {
            return PromDuration.parse(node.path(key).asString());
        } catch (DurationSyntaxException e) {
            throw new RuleSyntaxException(file + ", " + where + ", " + key + ": " + e.getMessage());
        }
    }

    private String text(JsonNode node, String key, String where) {
        String text = node.path(key).asString("");
        if (text.isBlank()) {
            throw new RuleSyntaxException(file + ": " + where + " has no \"" + key + "\".");
        }
        return text;
    }

    private <T> Map<String, T> map(JsonNode node, String key, String where, Function<String, T> value) {
        Map<String, T> map = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : node.path(key).properties()) {
            if (!each.getValue().isValueNode()) {
                throw new RuleSyntaxException(file + ", " + where + ": " + each.getKey() + " is no text.");
            }
            map.put(each.getKey(), value.apply(each.getValue().asString()));
        }
        return map;
    }

    private void known(JsonNode node, Set<String> keys, String where) {
        if (!node.isObject()) {
            throw new RuleSyntaxException(file + ": " + where + " is no mapping.");
        }
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                throw new RuleSyntaxException(file + ": " + where + " has the unknown field \"" + key + "\".");
            }
        }
    }

    private static String oneLine(String query) {
        StringBuilder out = new StringBuilder();
        for (String line : query.strip().lines().map(String::strip).toList()) {
            boolean apart = !out.isEmpty() && out.charAt(out.length() - 1) != '(' && !line.startsWith(")");
            out.append(apart ? " " : "").append(line);
        }
        return out.toString();
    }
}
