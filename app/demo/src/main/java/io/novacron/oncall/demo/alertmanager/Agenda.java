package io.novacron.oncall.demo.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What is to happen later, in the order of its times; costs nothing while nothing is due. Its time begins with the first time
 * that is asked for and never goes back. One thread at a time.
 */
final class Agenda {

    private record Item(Instant due, long sequence, Consumer<Instant> action) {}

    private record Repeated(Duration period, Consumer<Instant> action) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::due).thenComparingLong(Item::sequence));
    private final List<Repeated> repeated = new ArrayList<>();
    private long sequence;
    private Instant start = Instant.MAX;
    private Instant now = Instant.MIN;

    boolean started() {
        return start.isBefore(Instant.MAX);
    }

    /** The first time that was asked for. */
    Instant start() {
        return start;
    }

    /** The time of what is being done, else the last time that was asked for. */
    Instant now() {
        return now;
    }

    /** @param action is handed the time at which it happens */
    void at(Instant due, Consumer<Instant> action) {
        items.add(new Item(due, sequence++, action));
    }

    /** After each {@code period} from the start on; to be said before it. */
    void every(Duration period, Consumer<Instant> action) {
        repeated.add(new Repeated(period, action));
    }

    /** Does all that is due until then, also what that brings about. */
    void runUntil(Instant until) {
        if (!started()) {
            start = until;
            repeated.forEach(one -> repeat(one, until));
        }
        for (Item next = items.peek(); next != null && !next.due().isAfter(until); next = items.peek()) {
            items.remove();
            reach(next.due());
            next.action().accept(now);
        }
        reach(until);
    }

    private void repeat(Repeated one, Instant from) {
        at(from.plus(one.period), due -> {
            one.action.accept(due);
            repeat(one, due);
        });
    }

    private void reach(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }
}
