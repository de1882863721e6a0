package io.novacron.oncall.bench;

import java.lang.management.ManagementFactory;

/**
 * One measured value.
 *
 * @param budget what the value is held against
 * @param load how many threads wanted to run on this machine in the last minute: a time that passed tells less where they are
 *     more than there are cores
 */
record BenchResult(String name, double value, String unit, double budget, boolean ok, double load) {

    static BenchResult atMost(String name, double value, String unit, double budget) {
        return new BenchResult(name, value, unit, budget, value <= budget, loadNow());
    }

    static BenchResult atLeast(String name, double value, String unit, double budget) {
        return new BenchResult(name, value, unit, budget, value >= budget, loadNow());
    }

    private static double loadNow() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
