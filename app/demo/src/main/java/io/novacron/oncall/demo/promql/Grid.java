package io.novacron.oncall.demo.promql;

/** The moments of an evaluation: {@code count} of them, {@code step} milliseconds apart. */
record Grid(long start, long step, int count) {

    static Grid moment(long at) {
        return new Grid(at, 1, 1);
    }

    /** From the start on, as long as it is not after the end. @throws PromQlException if those are more than fit into memory */
    static Grid between(long start, long end, long step) {
        long count = end < start ? 0 : (end - start) / step + 1;
        if (count > Query.MOST_VALUES) {
            throw Query.tooMany();
        }
        return new Grid(start, step, (int) count);
    }

    long time(int index) {
        return start + index * step;
    }

    long end() {
        return time(count - 1);
    }
}
