package io.novacron.oncall.core.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class BusTests {

    @Test
    void aSubscriberHearsItsEventsUntilItEndsTheSubscription() {
        try (Bus bus = new Bus()) {
            List<OncallEvent> heard = new CopyOnWriteArrayList<>();
            List<OncallEvent> all = new CopyOnWriteArrayList<>();
            bus.subscribe(OncallEvent.class, all::add);
            Subscription subscription = bus.subscribe(OncallEvent.AlertsChanged.class, heard::add);

            bus.publish(new OncallEvent.AlertsChanged());
            bus.publish(new OncallEvent.LogsChanged());
            await().until(() -> all.size() == 2);
            subscription.close();
            bus.publish(new OncallEvent.AlertsChanged());
            await().until(() -> all.size() == 3);

            assertThat(heard).containsExactly(new OncallEvent.AlertsChanged());
            assertThat(bus.unheard()).isZero();
        }
    }

    @Test
    void aSubscriberThatThrowsIsCountedAndTheOthersStillHear() {
        try (Bus bus = new Bus()) {
            List<OncallEvent> heard = new CopyOnWriteArrayList<>();
            bus.subscribe(OncallEvent.class, event -> {
                throw new IllegalStateException("on purpose");
            });
            bus.subscribe(OncallEvent.class, heard::add);

            bus.publish(new OncallEvent.AlertsChanged());
            bus.publish(new OncallEvent.AlertsChanged());

            await().until(() -> heard.size() == 2 && bus.faults() == 2);
        }
    }

    @Test
    void anEventThatNobodyHearsIsCounted() {
        try (Bus bus = new Bus()) {
            bus.publish(new OncallEvent.AlertsChanged());
            await().until(() -> bus.unheard() == 1);
        }
    }
}
