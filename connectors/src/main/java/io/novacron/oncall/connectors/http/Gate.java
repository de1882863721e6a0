package io.novacron.oncall.connectors.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** At most 4 exchanges of one source and 32 of all at a time; at most 8 wait per source (reliability guide §2). */
final class Gate {

    private static final int WAITING = 8;
    private static final Semaphore ALL = new Semaphore(32, true);

    private final Semaphore own = new Semaphore(4, true);
    private final AtomicInteger waiting = new AtomicInteger();

    /** False if too many wait already; else the caller is in and must {@link #leave}. */
    boolean enter() throws InterruptedException {
        if (own.tryAcquire()) {
            return inAll();
        }
        if (waiting.incrementAndGet() > WAITING) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            own.acquire();
        } finally {
            waiting.decrementAndGet();
        }
        return inAll();
    }

    void leave() {
        ALL.release();
        own.release();
    }

    private boolean inAll() throws InterruptedException {
        try {
            ALL.acquire();
            return true;
        } catch (InterruptedException e) {
            own.release();
            throw e;
        }
    }
}
