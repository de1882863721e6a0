package io.novacron.oncall.core.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollerTests {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T03:00:00Z"));
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicBoolean good = new AtomicBoolean(true);
    private final Poller poller = new Poller("am", this::run, EVERY, clock, new SplittableRandom(7));

    @AfterEach
    void end() {
        poller.close();
    }

    @Test
    void itRunsAtOnceAndThenEachIntervalWithAtMostATenthMore() {
        poller.start();
        awaitRuns(1);
        advanceInSlices(Duration.ofSeconds(14));
        assertThat(runs).hasValue(1);
        advanceInSlices(Duration.ofSeconds(3));
        awaitRuns(2);
    }

    @Test
    void afterThreeFailuresInARowItAsksLessOften() {
        good.set(false);
        poller.start();
        for (int n = 1; n <= 4; n++) {
            awaitRuns(n);
            advanceInSlices(Duration.ofSeconds(17));
        }
        awaitRuns(5);
        advanceInSlices(Duration.ofSeconds(16));
        assertThat(runs).hasValue(5);
        advanceInSlices(Duration.ofSeconds(9));
        awaitRuns(6);
    }

    @Test
    void askedForItRunsAtOnceButNeverOverItself() {
        Semaphore gate = new Semaphore(0);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Poller slow = new Poller(
                "slow",
                () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    gate.acquireUninterruptibly();
                    inside.decrementAndGet();
                    runs.incrementAndGet();
                    return true;
                },
                EVERY,
                clock,
                new SplittableRandom(7));
        try (slow) {
            slow.start();
            await().until(() -> inside.get() == 1);
            slow.now();
            slow.now();
            gate.release();
            await().until(() -> runs.get() == 1 && inside.get() == 1);
            gate.release();
            awaitRuns(2);
            await().until(() -> clock.sleepers() == 1);
            assertThat(most).hasValue(1);
            assertThat(runs).hasValue(2);
            gate.release();
        }
    }

    @Test
    void aJobThatThrowsIsCalledAgain() {
        AtomicInteger calls = new AtomicInteger();
        Poller throwing = new Poller(
                "bad",
                () -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("on purpose");
                },
                EVERY,
                clock,
                new SplittableRandom(7));
        try (throwing) {
            throwing.start();
            await().until(() -> calls.get() == 1 && clock.sleepers() == 1);
            throwing.now();
            await().until(() -> calls.get() == 2);
        }
    }

    @Test
    void aJobThatRunsOutOfStackIsCalledAgain() {
        AtomicInteger calls = new AtomicInteger();
        Poller deep = new Poller(
                "deep",
                () -> {
                    calls.incrementAndGet();
                    throw new StackOverflowError("on purpose");
                },
                EVERY,
                clock,
                new SplittableRandom(7));
        try (deep) {
            deep.start();
            await().until(() -> calls.get() == 1 && clock.sleepers() == 1);
        }
    }

    @Test
    void aMachineThatSleptIsAskedForWithinThreeSecondsAndOnlyOnce() {
        poller.start();
        awaitRuns(1);
        clock.suspend(Duration.ofHours(8));
        clock.advance(Duration.ofSeconds(3));
        awaitRuns(2);
        assertThat(runs).hasValue(2);
    }

    private boolean run() {
        runs.incrementAndGet();
        return good.get();
    }

    private void awaitRuns(int count) {
        await().until(() -> runs.get() == count && clock.sleepers() == 1);
    }

    /** The poller looks at the clock every three seconds, so time goes on in steps that it can follow. */
    private void advanceInSlices(Duration duration) {
        for (int second = 0; second < duration.toSeconds(); second++) {
            await().until(() -> clock.sleepers() == 1);
            clock.advance(Duration.ofSeconds(1));
        }
        await().until(() -> clock.sleepers() == 1);
    }
}
