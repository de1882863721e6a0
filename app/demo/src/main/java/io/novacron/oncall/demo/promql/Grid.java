package io.novacron.oncall.demo.promql;

/** The moments of an evaluation: {@code count} of them, {@code step} milliseconds apart. */
record Grid(long start, long step, int count) {

    static Grid moment(long at) {
        return new Grid(at, 1, 1);
    }

    /** All multiples of the step from the start that are not after the end. */
    static Grid between(long start, long end, long step) {
        return new Grid(
                start,
                step,
                end < start ? 0 : Math.toIntExact(Math.addExact(Math.subtractExact(end, start) / step, 1)));
    }

    long time(int index) {
        return start + index * step;
    }

    long end() {
        return time(count - 1);
    }
}
