package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which of several sets of labels have the same key. Groups are numbered from 0 in order of appearance. */
final class Groups {

    private final Map<Labels, Integer> numbers = new HashMap<>();
    private final List<Labels> keys = new ArrayList<>();
    private final int[] ofTrack;

    private Groups(int size) {
        ofTrack = new int[size];
    }

    static Groups of(List<Track> tracks, UnaryOperator<Labels> key) {
        return new Groups(tracks.size()).number(tracks, key);
    }

    /** Numbers more tracks; a key that is known here has the same number there. The groups there may be more than here. */
    Groups alike(List<Track> tracks, UnaryOperator<Labels> key) {
        Groups others = new Groups(tracks.size());
        others.numbers.putAll(numbers);
        others.keys.addAll(keys);
        return others.number(tracks, key);
    }

    int of(int track) {
        return ofTrack[track];
    }

    int count() {
        return keys.size();
    }

    Labels key(int group) {
        return keys.get(group);
    }

    private Groups number(List<Track> tracks, UnaryOperator<Labels> key) {
        for (int i = 0; i < ofTrack.length; i++) {
            Labels labels = key.apply(tracks.get(i).labels());
            Integer known = numbers.putIfAbsent(labels, keys.size());
            if (known == null) {
                keys.add(labels);
            }
            ofTrack[i] = known == null ? keys.size() - 1 : known;
        }
        return this;
    }
}
