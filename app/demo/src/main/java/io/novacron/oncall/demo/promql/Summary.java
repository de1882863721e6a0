package io.novacron.oncall.demo.promql;

import java.util.Arrays;

/** What an aggregation operator makes of the values of one group at one step; at least one is added. */
interface Summary {

    void add(double value);

    double value();

    static Summary of(AggregateOperator operator, double parameter) {
        return switch (operator) {
            case SUM -> new Sum();
            case AVG -> new Average();
            case MIN -> new Extreme(-1);
            case MAX -> new Extreme(1);
            case COUNT -> new Count();
            case GROUP -> new Group();
            case STDVAR -> new Variance(false);
            case STDDEV -> new Variance(true);
            case QUANTILE -> new OfQuantile(parameter);
            case TOPK, BOTTOMK, COUNT_VALUES, LIMITK, LIMIT_RATIO ->
                throw new IllegalArgumentException(operator + " makes no single value of a group");
        };
    }

    final class Sum implements Summary {
        private final KahanSum sum = new KahanSum();

        @Override
        public void add(double value) {
            sum.add(value);
        }

        @Override
        public double value() {
            return sum.value();
        }
    }

    final class Average implements Summary {
        private final Mean mean = new Mean();

        @Override
        public void add(double value) {
            mean.add(value);
        }

        @Override
        public double value() {
            return mean.value();
        }
    }

    /** The greatest with sign 1, the least with sign -1; NaN only if there is nothing else. */
    final class Extreme implements Summary {
        private final int sign;
        private double best = Double.NaN;

        Extreme(int sign) {
            this.sign = sign;
        }

        @Override
        public void add(double value) {
            if (Double.isNaN(best) || value * sign > best * sign) {
                best = value;
            }
        }

        @Override
        public double value() {
            return best;
        }
    }

    final class Count implements Summary {
        private int count;

        @Override
        public void add(double value) {
            count++;
        }

        @Override
        public double value() {
            return count;
        }
    }

    final class Group implements Summary {
        @Override
        public void add(double value) {}

        @Override
        public double value() {
            return 1;
        }
    }

    /** Welford's, without rounding help, as Prometheus does it here. */
    final class Variance implements Summary {
        private final boolean root;
        private double count;
        private double mean;
        private double squares;

        Variance(boolean root) {
            this.root = root;
        }

        @Override
        public void add(double value) {
            count++;
            double off = value - mean;
            mean += off / count;
            squares += off * (value - mean);
        }

        @Override
        public double value() {
            return root ? Math.sqrt(squares / count) : squares / count;
        }
    }

    final class OfQuantile implements Summary {
        private final double q;
        private double[] values = new double[8];
        private int size;

        OfQuantile(double q) {
            this.q = q;
        }

        @Override
        public void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        @Override
        public double value() {
            double[] sorted = Arrays.copyOf(values, size);
            Quantile.sort(sorted);
            return Quantile.of(q, sorted);
        }
    }
}
