package io.novacron.oncall.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A clock that stands still until it is told to go on; whoever sleeps on it wakes when its hour has come. Any thread. */
public final class ManualClock implements Clock {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Instant wall;
    private long nanos;
    private int sleepers;

    public ManualClock(Instant start) {
        wall = start;
    }

    @Override
    public Instant now() {
        lock.lock();
        try {
            return wall;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long nanos() {
        lock.lock();
        try {
            return nanos;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            long end = nanos + duration.toNanos();
            sleepers++;
            try {
                while (nanos < end) {
                    moved.await();
                }
            } finally {
                sleepers--;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Both readings go on by {@code step}. */
    public void advance(Duration step) {
        move(step, step);
    }

    /** The machine slept: wall time goes on, the monotonic reading does not. */
    public void suspend(Duration asleep) {
        move(asleep, Duration.ZERO);
    }

    /** How many threads sleep on this clock now. */
    public int sleepers() {
        lock.lock();
        try {
            return sleepers;
        } finally {
            lock.unlock();
        }
    }

    private void move(Duration wallStep, Duration nanoStep) {
        lock.lock();
        try {
            wall = wall.plus(wallStep);
            nanos += nanoStep.toNanos();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
