package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the routing tree, each route with what it inherits. */
final class Routes {

    private static final int MOST = 50_000;
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
            "repeat_interval",
            "labels");

    private final Set<String> receivers;
    private final Set<String> intervals;
    private final List<String> notes;
    private int read;

    Routes(Set<String> receivers, Set<String> intervals, List<String> notes) {
        this.receivers = receivers;
        this.intervals = intervals;
        this.notes = notes;
    }

    Route root(ConfigNode node) throws ConfigException {
        if (!Matchers.read(node, "").isEmpty()) {
            throw node.wrong("the root route takes every alert; remove its matchers");
        }
        for (String barred : List.of("mute_time_intervals", "active_time_intervals")) {
            if (!node.at(barred).items().isEmpty()) {
                throw node.at(barred).wrong("the root route tells at any time; remove its " + barred);
            }
        }
        if (node.at("continue").flag(false)) {
            throw node.at("continue").wrong("nothing comes after the root route; remove its continue");
        }
        if (node.at("receiver").text().isEmpty()) {
            throw node.wrong("the root route names no receiver; name one");
        }
        return route(node, "", Grouping.DEFAULT);
    }

    private Route route(ConfigNode node, String above, Grouping inherited) throws ConfigException {
        if (++read > MOST) {
            throw node.wrong("there are more than " + MOST + " routes");
        }
        for (String key : node.entries().keySet()) {
            if (!KNOWN.contains(key)) {
                notes.add(node.at(key).place() + " is not known to this program");
            }
        }
        List<Matcher> matchers = Matchers.read(node, "");
        String key = above + Matcher.toText(matchers);
        Grouping grouping = grouping(node, inherited);
        List<Route> children = new ArrayList<>();
        for (ConfigNode child : node.at("routes").items()) {
            children.add(route(child, key + "/", grouping));
        }
        return new Route(
                key,
                matchers,
                Matchers.compiled(node, matchers),
                node.at("continue").flag(false),
                grouping,
                intervals(node.at("mute_time_intervals")),
                intervals(node.at("active_time_intervals")),
                children);
    }

    private Grouping grouping(ConfigNode node, Grouping above) throws ConfigException {
        String named = node.at("receiver").text();
        String receiver = named.isEmpty() ? above.receiver() : named;
        if (!receivers.contains(receiver)) {
            throw node.at("receiver").wrong("no receiver is called " + Visible.line(receiver, 60));
        }
        return new Grouping(
                receiver,
                by(node.at("group_by"), above.by()),
                duration(node.at("group_wait"), above.groupWait()),
                positive(node.at("group_interval"), above.groupInterval()),
                positive(node.at("repeat_interval"), above.repeatInterval()));
    }

    /** An empty list is a list: it overrides the parent's (since 0.31, alerts guide §5). */
    private static List<String> by(ConfigNode node, List<String> above) throws ConfigException {
        if (!node.present()) {
            return above;
        }
        List<String> names = node.texts();
        if (names.contains("...") && !Set.copyOf(names).equals(Set.of("..."))) {
            throw node.wrong("group_by is either ['...'] or a list of labels, not both");
        }
        if (!names.contains("...") && new HashSet<>(names).size() < names.size()) {
            throw node.wrong("a label is named twice");
        }
        return names.contains("...") ? Grouping.ALL : names;
    }

    private List<String> intervals(ConfigNode names) throws ConfigException {
        for (ConfigNode name : names.items()) {
            if (!intervals.contains(name.text())) {
                throw name.wrong("no time interval is called " + Visible.line(name.text(), 60));
            }
        }
        return names.texts();
    }

    private static Duration positive(ConfigNode node, Duration otherwise) throws ConfigException {
        Duration duration = duration(node, otherwise);
        if (duration.isZero()) {
            throw node.wrong("the interval cannot be zero; write at least 1ms");
        }
        return duration;
    }

    static Duration duration(ConfigNode node, Duration otherwise) throws ConfigException {
        if (!node.present()) {
            return otherwise;
        }
        try {
            return PromDuration.parse(node.text());
        } catch (DurationSyntaxException e) {
            String message = String.valueOf(e.getMessage());
            throw node.wrong(message.substring(0, message.length() - 1));
        }
    }
}
