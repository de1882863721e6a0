package io.novacron.oncall.demo.promql;

import java.util.ArrayList;
import java.util.List;

/** {@code and}, {@code or} and {@code unless}: elements stay as they are, or go. */
final class SetOperation {

    private SetOperation() {}

    static List<Track> of(Expr.Binary expression, List<Track> left, List<Track> right, int steps) {
        Groups leftGroups = Groups.of(left, labels -> Operation.signature(expression.matching(), labels));
        Groups rightGroups = leftGroups.alike(right, labels -> Operation.signature(expression.matching(), labels));
        return switch (expression.operator()) {
            case AND -> kept(left, leftGroups, right, rightGroups, steps, true);
            case UNLESS -> kept(left, leftGroups, right, rightGroups, steps, false);
            default -> {
                List<Track> both = new ArrayList<>(left);
                both.addAll(kept(right, rightGroups, left, leftGroups, steps, false));
                yield Track.merged(both);
            }
        };
    }

    /** Elements that have a partner at that step, or those that have none. */
    private static List<Track> kept(
            List<Track> tracks, Groups groups, List<Track> others, Groups otherGroups, int steps, boolean partnered) {
        List<Track> results = new ArrayList<>(tracks.size());
        for (Track track : tracks) {
            results.add(Track.empty(track.labels(), steps));
        }
        int count = Math.max(groups.count(), otherGroups.count());
        for (int step = 0; step < steps; step++) {
            boolean[] there = new boolean[count];
            for (int i = 0; i < others.size(); i++) {
                there[otherGroups.of(i)] |= others.get(i).has(step);
            }
            for (int i = 0; i < tracks.size(); i++) {
                if (tracks.get(i).has(step) && there[groups.of(i)] == partnered) {
                    results.get(i).values()[step] = tracks.get(i).values()[step];
                }
            }
        }
        return results;
    }
}
