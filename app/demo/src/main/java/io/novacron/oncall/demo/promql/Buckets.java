package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** {@code histogram_quantile} of classic histograms: one series per bucket, which counts all values up to its {@code le}. */
final class Buckets {

    private static final String BOUND = "le";
    /** Counts that differ by no more are equal: rates of what is one bucket differ by rounding. */
    private static final double TOLERANCE = 1e-12;

    private record Bucket(double bound, Track track) {}

    private final double[] bounds;
    private final double[] counts;
    private int size;

    private Buckets(int capacity) {
        bounds = new double[capacity];
        counts = new double[capacity];
    }

    static List<Track> quantiles(Evaluator evaluator, List<Expr> arguments) {
        double[] quantiles = evaluator.scalar(arguments.getFirst());
        List<Track> results = new ArrayList<>();
        histograms(evaluator.tracks(arguments.getLast())).forEach((labels, buckets) -> {
            Track result = Track.empty(Track.nameless(labels), quantiles.length);
            for (int step = 0; step < quantiles.length; step++) {
                Buckets present = at(step, buckets);
                if (present.size > 0) {
                    result.values()[step] = present.quantile(quantiles[step]);
                }
            }
            results.add(result);
        });
        return Track.merged(results);
    }

    /** The buckets of each histogram in order of their bounds; series whose bound is no number are none. */
    private static Map<Labels, List<Bucket>> histograms(List<Track> tracks) {
        Map<Labels, List<Bucket>> histograms = new LinkedHashMap<>();
        for (Track track : tracks) {
            OptionalDouble bound = Numbers.go(track.labels().get(BOUND));
            if (bound.isPresent()) {
                Labels labels = track.labels().without(Set.of(BOUND));
                histograms.computeIfAbsent(labels, _ -> new ArrayList<>()).add(new Bucket(bound.getAsDouble(), track));
            }
        }
        histograms.values().forEach(buckets -> buckets.sort(Comparator.comparingDouble(Bucket::bound)));
        return histograms;
    }

    private static Buckets at(int step, List<Bucket> buckets) {
        Buckets present = new Buckets(buckets.size());
        for (Bucket bucket : buckets) {
            if (bucket.track().has(step)) {
                present.add(bucket.bound(), bucket.track().values()[step]);
            }
        }
        return present;
    }

    /** Buckets come in order of their bounds; those of one bound, written differently, are one. */
    private void add(double bound, double count) {
        if (size > 0 && bounds[size - 1] == bound) {
            counts[size - 1] += count;
        } else {
            bounds[size] = bound;
            counts[size++] = count;
        }
    }

    private double quantile(double q) {
        if (Double.isNaN(q)) {
            return Double.NaN;
        }
        if (q < 0 || q > 1) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (bounds[size - 1] != Double.POSITIVE_INFINITY || size < 2) {
            return Double.NaN;
        }
        smooth();
        double observations = counts[size - 1];
        if (observations == 0) {
            return Double.NaN;
        }
        double rank = q * observations;
        int bucket = 0;
        while (bucket < size - 1 && !(counts[bucket] >= rank)) {
            bucket++;
        }
        if (bucket == size - 1) {
            return bounds[size - 2];
        }
        if (bucket == 0) {
            return bounds[0] <= 0 ? bounds[0] : bounds[0] * (rank / counts[0]);
        }
        double below = counts[bucket - 1];
        return bounds[bucket - 1] + (bounds[bucket] - bounds[bucket - 1]) * ((rank - below) / (counts[bucket] - below));
    }

    /** A bucket counts at least what the one below it counts. */
    private void smooth() {
        double before = counts[0];
        for (int i = 1; i < size; i++) {
            if (counts[i] < before || alike(before, counts[i])) {
                counts[i] = before;
            } else {
                before = counts[i];
            }
        }
    }

    private static boolean alike(double left, double right) {
        double difference = Math.abs(left - right);
        double sum = Math.abs(left) + Math.abs(right);
        return left == right || difference / Math.min(sum, Double.MAX_VALUE) < TOLERANCE;
    }
}
