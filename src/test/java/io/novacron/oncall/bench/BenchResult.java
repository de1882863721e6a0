package io.novacron.oncall.bench;

/**
 * One measured value.
 *
 * @param budget what the value is held against
 */
record BenchResult(String name, double value, String unit, double budget, boolean ok) {

    static BenchResult atMost(String name, double value, String unit, double budget) {
        return new BenchResult(name, value, unit, budget, value <= budget);
    }

    static BenchResult atLeast(String name, double value, String unit, double budget) {
        return new BenchResult(name, value, unit, budget, value >= budget);
    }
}
