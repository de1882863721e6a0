package io.novacron.oncall.demo.alertmanager.config;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads the routing tree, each route with what it inherits. */
final class Routes {

    private static final Set<String> KNOWN = Set.of(
            "receiver",
            "group_by",
            "match",
            "match_re",
            "matchers",
            "mute_time_intervals",
            "active_time_intervals",
            "continue",
            "routes",
            "group_wait",
            "group_interval",
            "repeat_interval");

    private final Set<String> receivers;
    private final Set<String> intervals;

    Routes(Set<String> receivers, Set<String> intervals) {
        this.receivers = receivers;
        this.intervals = intervals;
    }

    Route root(JsonNode node) {
        for (String barred :
                List.of("match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals", "continue")) {
            if (node.has(barred)) {
                throw new ConfigException("The root route takes every alert; remove its " + barred + ".");
            }
        }
        if (node.path("receiver").asString("").isEmpty()) {
            throw new ConfigException("The root route names no receiver; name one of " + receivers + ".");
        }
        return route(node, "", Grouping.DEFAULT);
    }

    private Route route(JsonNode node, String above, Grouping inherited) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!KNOWN.contains(field.getKey())) {
                throw new ConfigException(
                        "A route has no field " + field.getKey() + " here; it may have " + new TreeSet<>(KNOWN) + ".");
            }
        }
        List<Matcher> matchers = Matchers.read(node.path("match"), node.path("match_re"), node.path("matchers"));
        String key = above + Matcher.toText(matchers);
        Grouping grouping = grouping(node, inherited);
        List<Route> children = new ArrayList<>();
        for (JsonNode child : node.path("routes")) {
            children.add(route(child, key + "/", grouping));
        }
        return new Route(
                key,
                Matchers.compiled(matchers),
                node.path("continue").asBoolean(false),
                grouping,
                intervals(node.path("mute_time_intervals")),
                intervals(node.path("active_time_intervals")),
                children);
    }

    private Grouping grouping(JsonNode node, Grouping above) {
        String receiver = node.path("receiver").asString(above.receiver());
        if (!receivers.contains(receiver)) {
            throw new ConfigException(
                    "A route names the receiver " + receiver + ", which is none of " + receivers + ".");
        }
        Set<String> by = above.by();
        boolean byAll = above.byAll();
        if (node.has("group_by")) {
            Set<String> names = new TreeSet<>();
            node.path("group_by").forEach(name -> names.add(name.asString()));
            boolean all = names.remove("...");
            if (all && !names.isEmpty()) {
                throw new ConfigException("group_by is either ['...'] or a list of labels, not both.");
            }
            by = all ? by : names;
            byAll = all;
        }
        return new Grouping(
                receiver,
                by,
                byAll,
                duration(node.path("group_wait"), above.groupWait()),
                positive(node.path("group_interval"), above.groupInterval()),
                positive(node.path("repeat_interval"), above.repeatInterval()));
    }

    private List<String> intervals(JsonNode names) {
        List<String> list = new ArrayList<>();
        for (JsonNode name : names) {
            if (!intervals.contains(name.asString())) {
                throw new ConfigException(
                        "A route names the time interval " + name.asString() + ", which is none of " + intervals + ".");
            }
            list.add(name.asString());
        }
        return list;
    }

    private static Duration positive(JsonNode node, Duration otherwise) {
        Duration duration = duration(node, otherwise);
        if (duration.isZero()) {
            throw new ConfigException("group_interval and repeat_interval cannot be zero; write at least 1ms.");
        }
        return duration;
    }

    static Duration duration(JsonNode node, Duration otherwise) {
        if (node.isMissingNode()) {
            return otherwise;
        }
        try {
            return PromDuration.parse(node.asString());
        } catch (DurationSyntaxException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }
}
