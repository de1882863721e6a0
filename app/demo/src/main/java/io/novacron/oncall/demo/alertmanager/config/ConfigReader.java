package io.novacron.oncall.demo.alertmanager.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the sections of an {@code alertmanager.yml}; each throws {@link ConfigException} where it is wrong. */
public final class ConfigReader {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final JsonNode document;

    private ConfigReader(JsonNode document) {
        this.document = document;
    }

    public static ConfigReader of(String yaml) {
        JsonNode document;
        try {
            document = YAML.readTree(yaml);
        } catch (JacksonException e) {
            throw new ConfigException("The configuration is no YAML: " + e.getOriginalMessage(), e);
        }
        if (!document.path("route").isObject()) {
            throw new ConfigException("The configuration has no route; write one with a receiver.");
        }
        return new ConfigReader(document);
    }

    /** After how long an alert without an end counts as resolved, unless it is sent again. */
    public Duration resolveTimeout() {
        return Routes.duration(document.path("global").path("resolve_timeout"), Duration.ofMinutes(5));
    }

    public Route root() {
        return new Routes(receivers().keySet(), intervals().keySet()).root(document.path("route"));
    }

    public Map<String, Receiver> receivers() {
        return Receivers.read(document.path("receivers"));
    }

    public List<InhibitRule> inhibitRules() {
        List<InhibitRule> rules = new ArrayList<>();
        for (JsonNode node : document.path("inhibit_rules")) {
            List<String> equal = new ArrayList<>();
            node.path("equal").forEach(name -> equal.add(name.asString()));
            rules.add(new InhibitRule(
                    Matchers.compiled(Matchers.read(
                            node.path("source_match"), node.path("source_match_re"), node.path("source_matchers"))),
                    Matchers.compiled(Matchers.read(
                            node.path("target_match"), node.path("target_match_re"), node.path("target_matchers"))),
                    equal));
        }
        return rules;
    }

    /** Of {@code time_intervals} and of the older {@code mute_time_intervals}. */
    public Map<String, List<TimeInterval>> intervals() {
        Map<String, List<TimeInterval>> intervals = new LinkedHashMap<>();
        for (String section : List.of("mute_time_intervals", "time_intervals")) {
            for (JsonNode node : document.path(section)) {
                String name = node.path("name").asString("");
                if (name.isEmpty() || intervals.containsKey(name)) {
                    throw new ConfigException("Each time interval has a name of its own; \"" + name + "\" has not.");
                }
                intervals.put(name, TimeIntervals.read(node.path("time_intervals")));
            }
        }
        return intervals;
    }
}
