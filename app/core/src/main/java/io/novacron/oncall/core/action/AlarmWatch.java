package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AckSight;
import io.novacron.oncall.core.alert.Realarms;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.poll.Poller;
import io.novacron.oncall.core.store.Snapshot;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Watches over what alarms again in spite of an acknowledgement, in the background. Any thread. */
public final class AlarmWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Monitor monitor;
    private final ActionDesk desk;
    private final Bus bus;
    private final Poller poller;
    private final Subscription news;
    private volatile Realarms realarms = Realarms.NONE;

    public AlarmWatch(Monitor monitor, ActionDesk desk, Bus bus) {
        this.monitor = monitor;
        this.desk = desk;
        this.bus = bus;
        poller = new Poller("realarms", this::look, EVERY, desk.clock(), new Random());
        news = bus.subscribe(OncallEvent.AlertsChanged.class, event -> poller.now());
    }

    public void start() {
        poller.start();
    }

    /** As of the last look; {@link OncallEvent.RealarmsChanged} tells when it is another. */
    public Realarms realarms() {
        return realarms;
    }

    @Override
    public void close() {
        news.close();
        poller.close();
    }

    /** One look at what the sources said last. */
    boolean look() {
        Monitor.AlertsNow alerts = monitor.alertsNow();
        Set<String> kept = desk.clusters().stream()
                .filter(ClusterDesk::keptElsewhere)
                .map(ClusterDesk::cluster)
                .collect(Collectors.toSet());
        AckSight sight = new AckSight(
                alerts.from().stream().map(Snapshot::value).toList(),
                alerts.board(),
                desk.log().endedHere(),
                kept,
                AckRecord.ownerName(desk.operator().name()),
                desk.clock().now());
        Realarms before = realarms;
        Realarms after = before.next(sight);
        realarms = after;
        if (!after.current().equals(before.current())) {
            bus.publish(new OncallEvent.RealarmsChanged());
        }
        return true;
    }
}
