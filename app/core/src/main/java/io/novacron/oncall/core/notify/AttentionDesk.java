package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Realarm;
import io.novacron.oncall.core.alert.Watch;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.poll.Poller;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Watches the monitor once a second, tells the herald what the operator must hear of and keeps what was told. Any thread;
 * its calls return at once.
 */
public final class AttentionDesk implements AutoCloseable {

    /** How many notices the window can look back on. */
    public static final int LISTED = 100;

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration WATCHED = Duration.ofSeconds(10);

    private final Monitor monitor;
    private final Keeping keeping;
    private final Supplier<List<Realarm>> realarms;
    private final Herald herald;
    private final Bus bus;
    private final Clock clock;
    private final Poller poller;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile List<Notice> notices = List.of();
    private volatile Instant mutedUntil = Instant.MIN;
    private @Nullable Attention attention;
    private AlertBoard watched = AlertBoard.EMPTY;
    private Watch watch = new Watch(Set.of(), List.of());
    private Instant watchedAt = Instant.MIN;

    /** What other threads want of the one that watches. */
    private interface Asked {
        void ask(Attention attention);
    }

    /**
     * Rests until {@link #start}; what was kept is read then.
     *
     * @param realarms what alarms again now in spite of an acknowledgement
     */
    public AttentionDesk(
            Monitor monitor,
            Supplier<List<Realarm>> realarms,
            SeenStore store,
            Herald herald,
            Bus bus,
            Clock clock,
            RandomGenerator random) {
        this.monitor = monitor;
        this.realarms = realarms;
        keeping = new Keeping(store);
        this.herald = herald;
        this.bus = bus;
        this.clock = clock;
        poller = new Poller("attention", this::look, EVERY, clock, random);
    }

    public void start() {
        poller.start();
    }

    /** No sound for this long; a mute of before is replaced. */
    public void mute(Duration time) {
        mutedUntil = clock.now().plus(time);
        bus.publish(new OncallEvent.NoticesChanged());
    }

    public void unmute() {
        mutedUntil = Instant.MIN;
        bus.publish(new OncallEvent.NoticesChanged());
    }

    /** How long there will be no sound yet; zero where it is not muted. */
    public Duration muted() {
        Instant now = clock.now();
        return mutedUntil.isAfter(now) ? Duration.between(now, mutedUntil) : Duration.ZERO;
    }

    /** Somebody looked at this alert; its page need not ring again. */
    public void seen(AlertKey key) {
        asked.add(attention -> attention.looked(key));
    }

    /** Somebody looked at this notice. */
    public void seen(Notice notice) {
        asked.add(attention -> attention.looked(notice));
    }

    /** The newest first, at most {@link #LISTED}; of pages that are repeated only the last time. */
    public List<Notice> notices() {
        return notices;
    }

    /** Why what was told is not kept over a restart; empty where it is. */
    public String problem() {
        return keeping.problem();
    }

    @Override
    public void close() {
        poller.close();
    }

    private boolean look() {
        Attention now = attention();
        for (Asked one = asked.poll(); one != null; one = asked.poll()) {
            one.ask(now);
        }
        boolean silent =
                !muted().isZero() || monitor.settings().desk().attention().volume() == 0;
        List<Notice> raised = now.look(moment()).stream()
                .map(notice -> silent ? notice.silent() : notice)
                .toList();
        if (!raised.isEmpty()) {
            list(raised);
            raised.stream().filter(Notice::pops).forEach(herald::tell);
            bus.publish(new OncallEvent.NoticesChanged());
        }
        keeping.save(now.takeChanged(), now.takeForgotten(), clock.now());
        return true;
    }

    private Attention attention() {
        if (attention == null) {
            attention = new Attention(
                    monitor.settings().desk().attention(),
                    !monitor.settings().watchdogs().isEmpty(),
                    keeping.load());
        }
        return attention;
    }

    /** What the watchdogs say is asked of every new board, and of the same one each ten seconds. */
    private Attention.Moment moment() {
        // in this order: a source that is LIVE here has its answer on the board, not one from before it was lost
        List<SourceStatus> sources = monitor.statuses();
        Monitor.AlertsNow alerts = monitor.alertsNow();
        AlertBoard board = alerts.board();
        Instant now = clock.now();
        if (board != watched || Duration.between(watchedAt, now).abs().compareTo(WATCHED) > 0) {
            watched = board;
            watchedAt = now;
            watch = monitor.watch(alerts);
        }
        return new Attention.Moment(now, board, sources, watch, realarms.get());
    }

    private void list(List<Notice> raised) {
        List<Notice> listed = new ArrayList<>(raised.reversed());
        boolean repeats = raised.stream().anyMatch(notice -> notice.kind() == Notice.Kind.REPEAT);
        notices.stream()
                .filter(notice -> !repeats || notice.kind() != Notice.Kind.REPEAT)
                .limit(Math.max(0, LISTED - listed.size()))
                .forEach(listed::add);
        notices = List.copyOf(listed);
    }
}
