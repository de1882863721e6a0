package io.novacron.oncall.demo.promql;

/**
 * The straight line that fits best, by least squares.
 *
 * @param slope per second
 * @param intercept its value at the time it was asked for
 */
record Regression(double slope, double intercept) {

    static Regression of(Window window, long interceptTime) {
        double first = window.value(0);
        boolean flat = true;
        KahanSum x = new KahanSum();
        KahanSum y = new KahanSum();
        KahanSum xy = new KahanSum();
        KahanSum xx = new KahanSum();
        for (int i = 0; i < window.size(); i++) {
            double seconds = (window.time(i) - interceptTime) / 1000.0;
            double value = window.value(i);
            flat &= i == 0 || value == first;
            x.add(seconds);
            y.add(value);
            xy.add(seconds * value);
            xx.add(seconds * seconds);
        }
        if (flat) {
            return Double.isInfinite(first) ? new Regression(Double.NaN, Double.NaN) : new Regression(0, first);
        }
        double n = window.size();
        double slope = (xy.value() - x.value() * y.value() / n) / (xx.value() - x.value() * x.value() / n);
        return new Regression(slope, y.value() / n - slope * x.value() / n);
    }
}
