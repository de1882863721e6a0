package io.novacron.oncall.demo.elasticsearch;

/** A search may not work any longer. */
final class OutOfTime extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutOfTime() {
        super("the time limit of the search is over", null, false, false);
    }
}
