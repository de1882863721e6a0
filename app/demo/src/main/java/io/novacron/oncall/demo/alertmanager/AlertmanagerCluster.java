package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The members of one Alertmanager cluster, which behave as 0.34.2. Nothing runs by itself: whatever is due happens at a
 * {@link #tick}, or when a client asks for something, as of the time when it was due. The first tick may lie in the past and
 * begins the cluster's time; while ticks are still far behind the clock, clients are answered as of the last tick. Any thread.
 */
public final class AlertmanagerCluster {

    /** How long a member waits for each member before it in the order of their names. */
    static final Duration PEER_TIMEOUT = Duration.ofSeconds(15);

    /** Ticks that lag by more run through the past. */
    private static final Duration BEHIND = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Agenda agenda;
    private final Replication replication;
    private final DeliveryLog deliveries = new DeliveryLog();
    private final List<AlertmanagerMember> members;

    /**
     * A settled cluster; a single member runs without one, as with an empty {@code --cluster.listen-address}.
     *
     * @param cluster names the members: {@code CLUSTER-0} and so on
     */
    public AlertmanagerCluster(AlertmanagerConfig config, String cluster, int members, Clock clock) {
        this.clock = clock;
        agenda = new Agenda();
        replication = new Replication(agenda);
        Subjects subjects = new Subjects(config);
        this.members = IntStream.range(0, members)
                .mapToObj(i -> new AlertmanagerMember(
                        cluster + "-" + i, config, this, members > 1, agenda, replication, subjects, deliveries))
                .toList();
        this.members.forEach(replication::join);
    }

    public List<AlertmanagerMember> members() {
        return members;
    }

    /** Does what is due until then: replication, group timers, removal of what has ended. */
    public void tick(Instant now) {
        at(now, _ -> true);
    }

    /** How long a silence or an entry of the notification log takes to the other members; 200 ms at first. */
    public void replicationDelay(Duration delay) {
        lock.lock();
        try {
            replication.delay(delay);
        } finally {
            lock.unlock();
        }
    }

    /**
     * While split, members do not know each other: nothing is handed on, and each tells everybody. When it heals they merge
     * what they have; the later {@code updatedAt} wins.
     */
    public void split(boolean apart) {
        lock.lock();
        try {
            replication.split(apart);
        } finally {
            lock.unlock();
        }
    }

    /** What all members sent, in order; of a storm the newest. */
    public List<Delivery> deliveries() {
        return deliveries.all();
    }

    Clock clock() {
        return clock;
    }

    /** Does {@code work} now, or as of the last tick where that is long past. */
    <T> T now(Function<Instant, T> work) {
        lock.lock();
        try {
            Instant now = clock.now();
            boolean behind = agenda.started() && agenda.now().plus(BEHIND).isBefore(now);
            return at(behind ? agenda.now() : now, work);
        } finally {
            lock.unlock();
        }
    }

    /** Does {@code work} once all that was due until then is done; it is handed the time that it is by now. */
    <T> T at(Instant time, Function<Instant, T> work) {
        lock.lock();
        try {
            agenda.runUntil(time);
            return work.apply(agenda.now());
        } finally {
            lock.unlock();
        }
    }
}
