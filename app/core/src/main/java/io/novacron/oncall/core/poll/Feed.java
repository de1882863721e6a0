package io.novacron.oncall.core.poll;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.Source;
import io.novacron.oncall.core.source.SourceBoard;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.store.Snapshot;
import io.novacron.oncall.core.store.Store;
import io.novacron.oncall.core.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The way of one source's data: fetch, keep the last good answer, tell the board, say that something changed. A failed fetch
 * leaves the answer before it where it is.
 */
public final class Feed<T> {

    private final Source<T> source;
    private final SourceBoard board;
    private final Bus bus;
    private final Clock clock;
    private final OncallEvent changed;
    private final Emptiness<T> emptiness;
    private final Store<T> store = new Store<>();
    private final AtomicLong sequence = new AtomicLong();

    /** {@code changed} is published when another answer is held than before; a later equal one only proves the source alive. */
    public Feed(
            Source<T> source, SourceBoard board, Bus bus, Clock clock, OncallEvent changed, Emptiness<T> emptiness) {
        this.source = source;
        this.board = board;
        this.bus = bus;
        this.clock = clock;
        this.changed = changed;
        this.emptiness = emptiness;
    }

    public String name() {
        return source.name();
    }

    /** The last good answer; null before the first. */
    public @Nullable Snapshot<T> latest() {
        return store.latest();
    }

    /** Asks once, on the calling thread; true if a good answer came. */
    public boolean refresh() {
        long number = sequence.incrementAndGet();
        return switch (source.poll()) {
            case Fetched.Answer<T>(T value, Contact contact) -> {
                take(number, value, contact);
                yield true;
            }
            case Fetched.Failure<T> failure -> {
                board.failed(source.name(), failure.error());
                yield false;
            }
        };
    }

    private void take(long number, T value, Contact contact) {
        Snapshot<T> before = store.latest();
        boolean same = before != null && before.value().equals(value);
        Snapshot<T> snapshot = new Snapshot<>(number, clock.now(), same && before != null ? before.value() : value);
        String doubt = emptiness.doubt(before == null ? null : before.value(), snapshot);
        if (store.offer(snapshot)) {
            board.answered(source.name(), doubt.isEmpty() ? contact : doubted(contact, doubt));
            if (!same) {
                bus.publish(changed);
            }
        }
    }

    private static Contact doubted(Contact contact, String doubt) {
        List<Condition> conditions = new ArrayList<>(contact.conditions());
        conditions.add(new Condition(SourceState.EMPTY_SUSPECT, doubt));
        return contact.with(contact.version(), contact.flavour(), conditions);
    }
}
