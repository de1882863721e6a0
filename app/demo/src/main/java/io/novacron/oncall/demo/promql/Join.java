package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arithmetic and comparison between elements of two vectors that match. Each element of the "many" side finds at most one of
 * the "one" side, which is the right side unless {@code group_right} says otherwise.
 */
final class Join {

    private static final int NOBODY = -1;

    private final Expr.Binary expression;
    private final Expr.VectorMatching matching;
    private final boolean swapped;
    private final List<Track> many;
    private final List<Track> one;
    private final Groups manyGroups;
    private final Groups oneGroups;
    private final int steps;

    /** The result of each element of the many side with its last partner, so that labels are computed once. */
    private final Track[] lastResult;

    private final int[] lastPartner;
    private final Map<Labels, Track> results = new LinkedHashMap<>();

    Join(Expr.Binary expression, List<Track> left, List<Track> right, int steps) {
        this.expression = expression;
        this.matching = expression.matching();
        this.swapped = matching.many() == Expr.VectorMatching.Many.RIGHT;
        this.many = swapped ? right : left;
        this.one = swapped ? left : right;
        this.manyGroups = Groups.of(many, labels -> Operation.signature(matching, labels));
        this.oneGroups = manyGroups.alike(one, labels -> Operation.signature(matching, labels));
        this.steps = steps;
        this.lastResult = new Track[many.size()];
        this.lastPartner = new int[many.size()];
        Arrays.fill(lastPartner, NOBODY);
    }

    List<Track> tracks() {
        int[] partnerOfGroup = new int[oneGroups.count()];
        for (int step = 0; step < steps; step++) {
            int now = step;
            if (many.stream().anyMatch(track -> track.has(now))) {
                findPartners(step, partnerOfGroup);
                joinAt(step, partnerOfGroup);
            }
        }
        return new ArrayList<>(results.values());
    }

    private void findPartners(int step, int[] partnerOfGroup) {
        Arrays.fill(partnerOfGroup, NOBODY);
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).has(step)) {
                int group = oneGroups.of(i);
                if (partnerOfGroup[group] != NOBODY) {
                    throw PromQlException.execution(
                            "found duplicate series for the match group " + shown(oneGroups.key(group)) + " on the "
                                    + (swapped ? "left" : "right") + " hand-side of the operation: ["
                                    + shown(one.get(i).labels()) + ", "
                                    + shown(one.get(partnerOfGroup[group]).labels())
                                    + "];many-to-many matching not allowed: matching labels must be unique on one side");
                }
                partnerOfGroup[group] = i;
            }
        }
    }

    private void joinAt(int step, int[] partnerOfGroup) {
        boolean filters = Operation.filters(expression);
        Set<Integer> matched = new HashSet<>();
        for (int i = 0; i < many.size(); i++) {
            int group = manyGroups.of(i);
            int partner = partnerOfGroup[group];
            if (partner == NOBODY || !many.get(i).has(step)) {
                continue;
            }
            double mine = many.get(i).values()[step];
            double theirs = one.get(partner).values()[step];
            double left = swapped ? theirs : mine;
            double computed = expression.operator().compute(left, swapped ? mine : theirs);
            if (filters && computed != 1) {
                continue;
            }
            if (matching.many() == Expr.VectorMatching.Many.NEITHER && !matched.add(group)) {
                throw PromQlException.execution(
                        "multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)");
            }
            put(result(i, partner), step, filters ? left : computed);
        }
    }

    private static void put(Track result, int step, double value) {
        if (result.has(step)) {
            throw PromQlException.execution("multiple matches for labels: grouping labels must ensure unique matches");
        }
        result.values()[step] = value;
    }

    private Track result(int element, int partner) {
        if (lastPartner[element] != partner) {
            lastPartner[element] = partner;
            Labels labels = labels(many.get(element).labels(), one.get(partner).labels());
            lastResult[element] = results.computeIfAbsent(labels, unseen -> Track.empty(unseen, steps));
        }
        return lastResult[element];
    }

    private Labels labels(Labels ofMany, Labels ofOne) {
        Labels labels = Operation.filters(expression) ? ofMany : Track.nameless(ofMany);
        if (matching.many() == Expr.VectorMatching.Many.NEITHER) {
            labels = matching.on() ? labels.only(matching.labels()) : labels.without(matching.labels());
        }
        for (String included : matching.include()) {
            labels = labels.with(included, ofOne.get(included));
        }
        return labels;
    }

    private static String shown(Labels labels) {
        return labels.byName().entrySet().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
