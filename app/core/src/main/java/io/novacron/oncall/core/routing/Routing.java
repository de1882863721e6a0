package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An {@code alertmanager.yml}, read: what a status API shows (secrets masked) and what a file holds are the same to it.
 * Immutable.
 *
 * @param resolveTimeout after how long an alert without an end counts as resolved, unless it is sent again
 * @param receivers by name, in their order; every receiver that a route names is there
 * @param notes what was passed over because this program does not know it, a sentence each without full stop; safe to show
 */
public record Routing(
        Duration resolveTimeout,
        Route root,
        Map<String, Receiver> receivers,
        List<InhibitRule> inhibitRules,
        Timetable timetable,
        List<String> notes) {

    private static final Set<String> SECTIONS = Set.of(
            "global",
            "route",
            "inhibit_rules",
            "receivers",
            "templates",
            "mute_time_intervals",
            "time_intervals",
            "tracing",
            "event_recorder");

    public Routing {
        receivers = Collections.unmodifiableMap(new LinkedHashMap<>(receivers));
        inhibitRules = List.copyOf(inhibitRules);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a whole configuration.
     *
     * @throws ConfigException where Alertmanager would refuse it; an unknown key only makes a note
     */
    public static Routing of(String yaml) throws ConfigException {
        ConfigNode document = ConfigNode.document(yaml);
        ConfigNode route = document.at("route");
        if (!route.present()) {
            throw document.wrong("there is no route; write one with a receiver");
        }
        List<String> notes = new ArrayList<>();
        for (Map.Entry<String, ConfigNode> section : document.entries().entrySet()) {
            if (!SECTIONS.contains(section.getKey())) {
                notes.add(section.getValue().place() + " is not known to this program");
            }
        }
        Map<String, Receiver> receivers = new Receivers(notes).read(document.at("receivers"));
        Timetable timetable = new TimeIntervals(notes).read(document);
        return new Routing(
                Routes.duration(document.at("global").at("resolve_timeout"), Duration.ofMinutes(5)),
                new Routes(receivers.keySet(), timetable.intervals().keySet(), notes).root(route),
                receivers,
                inhibitRules(document.at("inhibit_rules")),
                timetable,
                notes);
    }

    /** The whole tree as an alert with these labels comes by it, with the reason at each route. */
    public Visit visit(Labels labels) {
        return Visit.of(root, labels);
    }

    /** Who is told of an alert with these labels, in Alertmanager's order; a receiver of two routes is there twice. */
    public Told told(Labels labels) {
        return new Told(root.taking(labels).stream()
                .map(route -> new Told.Taken(route, receiver(route.grouping().receiver())))
                .toList());
    }

    public Receiver receiver(String name) {
        return Objects.requireNonNull(receivers.get(name), () -> "no receiver is called " + name);
    }

    /** Whether a route is quiet at a time by its intervals, and until when. */
    public Mute mute(Route route, Instant now) {
        return timetable.mute(route, now);
    }

    private static List<InhibitRule> inhibitRules(ConfigNode list) throws ConfigException {
        List<InhibitRule> rules = new ArrayList<>();
        for (ConfigNode node : list.items()) {
            var sources = Matchers.read(node, "source_");
            var targets = Matchers.read(node, "target_");
            rules.add(new InhibitRule(
                    node.at("name").text(),
                    sources,
                    targets,
                    Matchers.compiled(node, sources),
                    Matchers.compiled(node, targets),
                    node.at("equal").texts()));
        }
        return rules;
    }
}
