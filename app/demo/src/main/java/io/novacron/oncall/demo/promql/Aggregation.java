package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Evaluates aggregation operators. */
final class Aggregation {

    private Aggregation() {}

    static List<Track> of(Evaluator evaluator, Expr.Aggregate expression) {
        List<Track> tracks = evaluator.tracks(expression.inner());
        if (expression.operator() == AggregateOperator.COUNT_VALUES) {
            return valuesCounted(evaluator, expression, tracks);
        }
        double[] parameter = expression.operator().parameter() == null
                ? new double[evaluator.grid().count()]
                : evaluator.scalar(Objects.requireNonNull(expression.parameter()));
        Groups groups = Groups.of(tracks, labels -> key(expression.grouping(), labels));
        return switch (expression.operator()) {
            case TOPK -> ranked(new Ranking(tracks, groups, Ranking.DESCENDING), parameter);
            case BOTTOMK -> ranked(new Ranking(tracks, groups, Ranking.ASCENDING), parameter);
            default -> summarized(expression.operator(), tracks, groups, parameter);
        };
    }

    private static Labels key(Expr.Grouping grouping, Labels labels) {
        return grouping.without() ? Track.nameless(labels).without(grouping.labels()) : labels.only(grouping.labels());
    }

    private static List<Track> ranked(Ranking ranking, double[] limits) {
        if (Arrays.stream(limits).noneMatch(limit -> limit >= 1 || Double.isNaN(limit))) {
            return List.of();
        }
        for (double limit : limits) {
            if (Double.isNaN(limit) || Math.abs(limit) >= Long.MAX_VALUE) {
                throw PromQlException.execution(
                        "the number of elements to choose is " + limit + " where a whole number is needed");
            }
        }
        return ranking.first(limits);
    }

    private static List<Track> summarized(
            AggregateOperator operator, List<Track> tracks, Groups groups, double[] parameter) {
        List<Track> results = new ArrayList<>(groups.count());
        for (int group = 0; group < groups.count(); group++) {
            results.add(Track.empty(groups.key(group), parameter.length));
        }
        Summary[] summaries = new Summary[groups.count()];
        for (int step = 0; step < parameter.length; step++) {
            Arrays.fill(summaries, null);
            for (int i = 0; i < tracks.size(); i++) {
                double value = tracks.get(i).values()[step];
                if (!Stale.is(value)) {
                    int group = groups.of(i);
                    Summary summary = summaries[group];
                    if (summary == null) {
                        summary = Summary.of(operator, parameter[step]);
                        summaries[group] = summary;
                    }
                    summary.add(value);
                }
            }
            for (int group = 0; group < summaries.length; group++) {
                Summary summary = summaries[group];
                if (summary != null) {
                    results.get(group).values()[step] = summary.value();
                }
            }
        }
        return results;
    }

    /** How many elements of a group have the same value, which becomes a label. */
    private static List<Track> valuesCounted(Evaluator evaluator, Expr.Aggregate expression, List<Track> tracks) {
        String label = ((Expr.Text) unwrapped(Objects.requireNonNull(expression.parameter()))).value();
        if (label.isEmpty()) {
            throw PromQlException.execution("invalid label name \"\" in count_values");
        }
        Set<String> kept = new HashSet<>(expression.grouping().labels());
        kept.add(label);
        Expr.Grouping grouping =
                expression.grouping().without() ? expression.grouping() : new Expr.Grouping(kept, false);
        Map<Labels, Track> counts = new HashMap<>();
        int steps = evaluator.grid().count();
        for (Track track : tracks) {
            for (int step = 0; step < steps; step++) {
                if (track.has(step)) {
                    Labels valued = track.labels().with(label, Numbers.plain(track.values()[step]));
                    double[] values = counts.computeIfAbsent(
                                    key(grouping, valued), labels -> Track.empty(labels, steps))
                            .values();
                    values[step] = Stale.is(values[step]) ? 1 : values[step] + 1;
                }
            }
        }
        return counts.values().stream()
                .sorted(Comparator.comparing(Track::labels))
                .toList();
    }

    static Expr unwrapped(Expr expression) {
        return expression instanceof Expr.Parentheses parentheses ? unwrapped(parentheses.inner()) : expression;
    }
}
