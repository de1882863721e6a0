package io.novacron.oncall.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bounds on what is in flight. */
@Timeout(60)
class GateTests {

    @Test
    void thirtyTwoAreInOverAllAndTheNextWaitsUntilOneLeaves() throws Exception {
        List<Gate> gates = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Gate gate = new Gate();
            for (int n = 0; n < 4; n++) {
                assertThat(gate.enter()).isTrue();
            }
            gates.add(gate);
        }
        Gate other = new Gate();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        try (ExecutorService entrants = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> next = entrants.submit(() -> {
                threads.add(Thread.currentThread());
                return other.enter();
            });
            await().until(() -> !threads.isEmpty() && threads.getFirst().getState() == Thread.State.WAITING);
            assertThat(next.isDone()).isFalse();
            gates.getFirst().leave();
            assertThat(next.get(10, TimeUnit.SECONDS)).isTrue();
            other.leave();
        }
        gates.getFirst().enter();
        for (Gate gate : gates) {
            for (int n = 0; n < 4; n++) {
                gate.leave();
            }
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingIsNotIn() throws Exception {
        Gate gate = new Gate();
        for (int n = 0; n < 4; n++) {
            gate.enter();
        }
        try (ExecutorService entrants = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> waiting = entrants.submit(gate::enter);
            waiting.cancel(true);
        }
        for (int n = 0; n < 4; n++) {
            gate.leave();
        }
        for (int n = 0; n < 4; n++) {
            assertThat(gate.enter()).isTrue();
        }
        for (int n = 0; n < 4; n++) {
            gate.leave();
        }
    }
}
