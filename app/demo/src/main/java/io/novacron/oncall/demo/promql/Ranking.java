package io.novacron.oncall.demo.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code topk} and {@code bottomk}: at each step the first few elements of each group, unchanged. */
final class Ranking {

    static final Comparator<Double> ASCENDING =
            Comparator.<Double, Boolean>comparing(value -> value.isNaN()).thenComparing(Ranking::byNumber);
    /** NaN is last here too. */
    static final Comparator<Double> DESCENDING = Comparator.<Double, Boolean>comparing(value -> value.isNaN())
            .thenComparing((left, right) -> byNumber(right, left));

    private final List<Track> tracks;
    private final Groups groups;
    private final Comparator<Double> order;

    Ranking(List<Track> tracks, Groups groups, Comparator<Double> order) {
        this.tracks = tracks;
        this.groups = groups;
        this.order = order;
    }

    /** The chosen elements; at a single moment in their order, group by group. */
    List<Track> first(double[] limits) {
        List<Track> results = new ArrayList<>(tracks.size());
        for (Track track : tracks) {
            results.add(Track.empty(track.labels(), limits.length));
        }
        List<Track> inOrder = new ArrayList<>();
        for (int step = 0; step < limits.length; step++) {
            inOrder.clear();
            for (List<Integer> members : members(step)) {
                for (int member : chosen(members, step, limits[step])) {
                    results.get(member).values()[step] = tracks.get(member).values()[step];
                    inOrder.add(results.get(member));
                }
            }
        }
        return limits.length == 1 ? inOrder : results;
    }

    private List<Integer> chosen(List<Integer> members, int step, double limit) {
        if (!(limit >= 1)) {
            return List.of();
        }
        members.sort(Comparator.comparing(member -> tracks.get(member).values()[step], order));
        return members.subList(0, (int) Math.min((long) limit, members.size()));
    }

    private List<List<Integer>> members(int step) {
        List<List<Integer>> members = new ArrayList<>(groups.count());
        for (int group = 0; group < groups.count(); group++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).has(step)) {
                members.get(groups.of(i)).add(i);
            }
        }
        return members;
    }

    private static int byNumber(double left, double right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }
}
