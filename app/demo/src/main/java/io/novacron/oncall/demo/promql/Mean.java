package io.novacron.oncall.demo.promql;

/** An average: of the sum as long as that is finite, from then on of the averages so far. */
final class Mean {

    private final KahanSum sum = new KahanSum();
    private double count;
    private boolean incremental;

    void add(double value) {
        count++;
        if (count == 1) {
            sum.add(value);
            return;
        }
        if (!incremental && !sum.overflowsWith(value)) {
            sum.add(value);
            return;
        }
        if (!incremental) {
            incremental = true;
            sum.scale(1 / (count - 1));
        }
        sum.scale((count - 1) / count);
        sum.add(value / count);
    }

    double value() {
        return incremental ? sum.value() : sum.dividedBy(count);
    }
}
