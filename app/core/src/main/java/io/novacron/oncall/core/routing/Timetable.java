package io.novacron.oncall.core.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The time intervals of a configuration, and when routes are muted by them.
 *
 * @param intervals by name
 * @param unread names of those with something in them that this program does not know
 */
public record Timetable(Map<String, List<TimeInterval>> intervals, Set<String> unread) {

    private static final Duration STEP = Duration.ofDays(1);
    private static final int FARTHEST_DAYS = 400;

    public Timetable {
        Map<String, List<TimeInterval>> copy = new LinkedHashMap<>();
        intervals.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        intervals = Collections.unmodifiableMap(copy);
        unread = Set.copyOf(unread);
    }

    /** Names of the intervals that keep a route quiet at a time; outside of its active intervals, all of those. */
    public List<String> muting(Route route, Instant time) {
        List<String> active = route.activeIntervals();
        return !active.isEmpty() && containing(active, time).isEmpty()
                ? active
                : containing(route.muteIntervals(), time);
    }

    /** Whether the route is quiet at a time, and how long that stays so. */
    public Mute mute(Route route, Instant now) {
        List<String> names = new ArrayList<>(route.muteIntervals());
        names.addAll(route.activeIntervals());
        List<String> unknown = names.stream().filter(unread::contains).toList();
        if (!unknown.isEmpty()) {
            return new Mute(Mute.State.UNKNOWN, unknown, null);
        }
        List<String> by = muting(route, now).stream().distinct().toList();
        boolean muted = !by.isEmpty();
        Mute.State state = muted ? Mute.State.MUTED : Mute.State.AUDIBLE;
        Instant from = now;
        for (int day = 0; day < FARTHEST_DAYS && !names.isEmpty(); day++) {
            Instant until = from.plus(STEP);
            for (Instant edge : edges(names, from, until)) {
                if (muting(route, edge).isEmpty() == muted) {
                    return new Mute(state, by, edge);
                }
            }
            from = until;
        }
        return new Mute(state, by, null);
    }

    /** Once for each interval under one of the names that contains the time, as the server counts them. */
    private List<String> containing(List<String> names, Instant time) {
        List<String> in = new ArrayList<>();
        for (String name : names) {
            for (TimeInterval interval : intervals.getOrDefault(name, List.of())) {
                if (interval.contains(time)) {
                    in.add(name);
                }
            }
        }
        return in;
    }

    private SortedSet<Instant> edges(List<String> names, Instant after, Instant until) {
        SortedSet<Instant> edges = new TreeSet<>();
        for (String name : names) {
            for (TimeInterval interval : intervals.getOrDefault(name, List.of())) {
                edges.addAll(interval.edges(after, until));
            }
        }
        return edges;
    }
}
