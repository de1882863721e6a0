package io.novacron.oncall.demo.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is to happen later, in the order of its times; costs nothing while nothing is due. One thread at a time. */
final class Agenda {

    private record Item(Instant due, long sequence, Consumer<Instant> action) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::due).thenComparingLong(Item::sequence));
    private long sequence;
    private Instant now;

    Agenda(Instant start) {
        now = start;
    }

    /** The time of what is being done, else the last time that was asked for. */
    Instant now() {
        return now;
    }

    /** @param action is handed the time at which it happens */
    void at(Instant due, Consumer<Instant> action) {
        items.add(new Item(due, sequence++, action));
    }

    /** One {@code period} after {@code first} and then again after each {@code period}. */
    void every(Duration period, Instant first, Consumer<Instant> action) {
        at(first.plus(period), due -> {
            action.accept(due);
            every(period, due, action);
        });
    }

    /** Does all that is due until then, also what that brings about. Time never goes back. */
    void runUntil(Instant until) {
        for (Item next = items.peek(); next != null && !next.due().isAfter(until); next = items.peek()) {
            items.remove();
            reach(next.due());
            next.action().accept(now);
        }
        reach(until);
    }

    private void reach(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }
}
