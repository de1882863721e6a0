package io.novacron.oncall.demo.promql;

/** A sum of many numbers that loses hardly a digit: Kahan's with Neumaier's improvement, as Prometheus sums. */
final class KahanSum {

    private double sum;
    private double lost;

    void add(double value) {
        double next = sum + value;
        if (Double.isInfinite(next)) {
            lost = 0;
        } else if (Math.abs(sum) >= Math.abs(value)) {
            lost += (sum - next) + value;
        } else {
            lost += (value - next) + sum;
        }
        sum = next;
    }

    void scale(double factor) {
        sum *= factor;
        lost *= factor;
    }

    boolean overflowsWith(double value) {
        return Double.isInfinite(sum + value);
    }

    double value() {
        return sum + lost;
    }

    /** The sum divided by a count, each part by itself. */
    double dividedBy(double count) {
        return sum / count + lost / count;
    }
}
