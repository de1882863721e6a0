package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One series of an intermediate result: its value at each step of the evaluation, {@link Stale#MARKER} where there is none.
 * Nobody changes the array once the track is passed on.
 */
@SuppressWarnings("ArrayRecordComponent")
record Track(Labels labels, double[] values) {

    /** The labels that say what was measured; a computed value is something else and does not keep them. */
    private static final Set<String> METADATA = Set.of("__name__", "__type__", "__unit__");

    /** Without any value yet. */
    static Track empty(Labels labels, int steps) {
        double[] values = new double[steps];
        Arrays.fill(values, Stale.MARKER);
        return new Track(labels, values);
    }

    static Labels nameless(Labels labels) {
        return labels.without(METADATA);
    }

    boolean has(int step) {
        return !Stale.is(values[step]);
    }

    boolean isEmpty() {
        for (double value : values) {
            if (!Stale.is(value)) {
                return false;
            }
        }
        return true;
    }

    /** One track for each set of labels; two that have a value at the same step cannot become one. */
    static List<Track> merged(List<Track> tracks) {
        if (areUnique(tracks)) {
            return tracks;
        }
        Map<Labels, Track> byLabels = LinkedHashMap.newLinkedHashMap(tracks.size());
        for (Track track : tracks) {
            byLabels.merge(track.labels(), track, Track::with);
        }
        return List.copyOf(byLabels.values());
    }

    /** @throws PromQlException if two have the same labels, even if they never have a value at the same time */
    static List<Track> unique(List<Track> tracks) {
        if (!areUnique(tracks)) {
            throw duplicate();
        }
        return tracks;
    }

    static PromQlException duplicate() {
        return PromQlException.execution("vector cannot contain metrics with the same labelset");
    }

    private static boolean areUnique(List<Track> tracks) {
        Set<Labels> seen = HashSet.newHashSet(tracks.size());
        return tracks.stream().allMatch(track -> seen.add(track.labels()));
    }

    private Track with(Track other) {
        double[] both = values.clone();
        for (int step = 0; step < both.length; step++) {
            if (other.has(step)) {
                if (has(step)) {
                    throw duplicate();
                }
                both[step] = other.values[step];
            }
        }
        return new Track(labels, both);
    }
}
