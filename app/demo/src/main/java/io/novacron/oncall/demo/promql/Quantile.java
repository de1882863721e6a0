package io.novacron.oncall.demo.promql;

import java.util.Arrays;

/** Quantiles of plain values. */
final class Quantile {

    private Quantile() {}

    /** Sorts as Prometheus does: NaN is less than all else. */
    static void sort(double[] values) {
        Arrays.sort(values);
        int numbers = values.length;
        while (numbers > 0 && Double.isNaN(values[numbers - 1])) {
            numbers--;
        }
        System.arraycopy(values, 0, values, values.length - numbers, numbers);
        Arrays.fill(values, 0, values.length - numbers, Double.NaN);
    }

    /** The quantile of sorted values, between two of them in proportion; beyond 0 and 1 it is infinite. */
    static double of(double q, double[] sorted) {
        if (sorted.length == 0 || Double.isNaN(q)) {
            return Double.NaN;
        }
        if (q < 0 || q > 1) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double rank = q * (sorted.length - 1);
        int lower = (int) Math.floor(rank);
        int upper = Math.min(sorted.length - 1, lower + 1);
        double weight = rank - lower;
        return sorted[lower] * (1 - weight) + sorted[upper] * weight;
    }
}
