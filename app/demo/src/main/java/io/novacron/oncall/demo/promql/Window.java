package io.novacron.oncall.demo.promql;

/** Samples of one series with {@code start < time <= end}, without staleness markers, as seen from the moment {@code at}. */
@SuppressWarnings("ArrayRecordComponent")
record Window(long[] times, double[] values, int from, int size, long start, long end, long at) {

    long time(int index) {
        return times[from + index];
    }

    double value(int index) {
        return values[from + index];
    }

    double last() {
        return value(size - 1);
    }

    double rangeSeconds() {
        return (end - start) / 1000.0;
    }
}
