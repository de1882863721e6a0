package io.novacron.oncall.demo.rule;

/** A stretch of time, both ends in it, in epoch milliseconds. */
public record Span(long from, long to) {

    boolean touches(long start, long end) {
        return from <= end && to >= start;
    }

    boolean holds(long time) {
        return from <= time && time <= to;
    }
}
