package io.novacron.oncall.demo.alertmanager;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the members of a cluster sent, in order. A storm must not fill the heap, so the oldest go first. Any thread. */
final class DeliveryLog {

    /** Alerts named in all deliveries together, each counting one more for itself. */
    private static final int MOST = 200_000;

    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private int size;

    synchronized void add(Delivery delivery) {
        deliveries.addLast(delivery);
        size += weight(delivery);
        while (size > MOST && deliveries.size() > 1) {
            size -= weight(deliveries.removeFirst());
        }
    }

    synchronized List<Delivery> all() {
        return List.copyOf(deliveries);
    }

    private static int weight(Delivery delivery) {
        return 1 + delivery.alerts().size();
    }
}
