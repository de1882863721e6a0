package io.novacron.oncall.core.store;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The last good snapshot of one source. A failure leaves it as it is; an older answer never replaces a newer one. Any thread. */
public final class Store<T> {

    private final AtomicReference<@Nullable Snapshot<T>> latest = new AtomicReference<>();

    /** Takes the snapshot unless a newer one is held; true if it was taken. */
    public boolean offer(Snapshot<T> snapshot) {
        while (true) {
            Snapshot<T> held = latest.get();
            if (held != null && held.sequence() >= snapshot.sequence()) {
                return false;
            }
            if (latest.compareAndSet(held, snapshot)) {
                return true;
            }
        }
    }

    /** Null until the first good answer. */
    public @Nullable Snapshot<T> latest() {
        return latest.get();
    }
}
