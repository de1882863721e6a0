package io.novacron.oncall.views.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FxCoalescerTests {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger data = new AtomicInteger();
    private final AtomicInteger computed = new AtomicInteger();
    private final List<Integer> shown = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        Toolkit.run(() -> {});
    }

    @AfterEach
    void stop() {
        clock.advance(Duration.ofDays(1));
        workers.close();
    }

    @Test
    void theFirstChangeIsShownAtOnceAndOnTheFxThread() {
        var onFx = new ArrayList<Boolean>();
        try (var coalescer =
                new FxCoalescer<>(clock, workers, () -> 7, value -> onFx.add(Platform.isFxApplicationThread()))) {
            coalescer.trigger();
            await().until(() -> Toolkit.call(() -> List.copyOf(onFx)), List.of(true)::equals);
        }
    }

    @Test
    void aThousandChangesBecomeOneTrailingUpdateWithTheLastValue() {
        try (var coalescer = coalescer()) {
            change(coalescer);
            await().until(() -> shown.equals(List.of(1)));
            for (int i = 0; i < 1000; i++) {
                change(coalescer);
            }
            await().until(() -> clock.sleepers() == 1);
            assertThat(shown).containsExactly(1);
            clock.advance(FxCoalescer.INTERVAL);
            await().until(() -> shown.equals(List.of(1, 1001)));
            settle();
            assertThat(computed).hasValue(2);
            assertThat(clock.sleepers()).isZero();
        }
    }

    @Test
    void aChangeWhileShowingLeadsToAnotherUpdate() {
        var coalescer = new FxCoalescer<?>[1];
        try (var made = new FxCoalescer<Integer>(clock, workers, data::get, value -> {
            shown.add(value);
            if (value < 3) {
                data.incrementAndGet();
                coalescer[0].trigger();
            }
        })) {
            coalescer[0] = made;
            made.trigger();
            for (int round = 0; round < 3; round++) {
                await().until(() -> clock.sleepers() == 1);
                clock.advance(FxCoalescer.INTERVAL);
            }
            await().until(() -> shown.equals(List.of(0, 1, 2, 3)));
        }
    }

    @Test
    void whileHiddenNothingIsComputedAndOnReturnTheLatestIsShown() {
        try (var coalescer = coalescer()) {
            coalescer.visible(false);
            change(coalescer);
            change(coalescer);
            settle();
            assertThat(computed).hasValue(0);
            coalescer.visible(true);
            await().until(() -> shown.equals(List.of(2)));
        }
    }

    @Test
    void hidingDuringTheWaitKeepsTheChangeForLater() {
        try (var coalescer = coalescer()) {
            change(coalescer);
            await().until(() -> shown.equals(List.of(1)));
            change(coalescer);
            await().until(() -> clock.sleepers() == 1);
            coalescer.visible(false);
            clock.advance(FxCoalescer.INTERVAL);
            await().until(() -> clock.sleepers() == 0);
            settle();
            assertThat(shown).containsExactly(1);
            coalescer.visible(true);
            clock.advance(FxCoalescer.INTERVAL);
            await().until(() -> {
                clock.advance(FxCoalescer.INTERVAL);
                return shown.equals(List.of(1, 2));
            });
        }
    }

    @Test
    void afterCloseNothingIsShown() {
        var coalescer = coalescer();
        change(coalescer);
        await().until(() -> shown.equals(List.of(1)));
        change(coalescer);
        await().until(() -> clock.sleepers() == 1);
        coalescer.close();
        clock.advance(FxCoalescer.INTERVAL);
        change(coalescer);
        settle();
        assertThat(shown).containsExactly(1);
    }

    @Test
    void aFailedComputationDoesNotEndTheCoalescer() {
        var caught = new CopyOnWriteArrayList<Throwable>();
        var threads = Thread.ofVirtual()
                .uncaughtExceptionHandler((thread, failure) -> caught.add(failure))
                .factory();
        try (var own = Executors.newThreadPerTaskExecutor(threads);
                var coalescer = new FxCoalescer<>(clock, own, this::failFirst, shown::add)) {
            coalescer.trigger();
            await().until(() -> caught.size() == 1);
            coalescer.trigger();
            await().until(() -> {
                clock.advance(FxCoalescer.INTERVAL);
                return shown.equals(List.of(2));
            });
        }
    }

    private int failFirst() {
        if (computed.incrementAndGet() == 1) {
            throw new IllegalStateException("the first fails");
        }
        return computed.get();
    }

    private FxCoalescer<Integer> coalescer() {
        return new FxCoalescer<>(
                clock,
                workers,
                () -> {
                    computed.incrementAndGet();
                    return data.get();
                },
                shown::add);
    }

    private void change(FxCoalescer<Integer> coalescer) {
        data.incrementAndGet();
        coalescer.trigger();
    }

    /// Lets everything that is already on its way to the JavaFX thread arrive.
    private void settle() {
        for (int i = 0; i < 3; i++) {
            var passed = new AtomicInteger();
            workers.execute(passed::incrementAndGet);
            await().until(() -> passed.get() == 1);
            Toolkit.run(() -> {});
        }
    }
}
