package io.novacron.oncall.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnDemandTests {

    private final Bus bus = new Bus();
    private final Fanout fanout = new Fanout();
    private final WorkBoard work = new WorkBoard(fanout, Clock.system(), bus);
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final List<String> interrupted = new CopyOnWriteArrayList<>();
    private final OnDemand<String, String> search = new OnDemand<>(work, "search", this::read);
    private final List<Fetched<String>> delivered = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        fanout.close();
        bus.close();
    }

    @Test
    void aNewerRequestCancelsTheOlderAndItsAnswerIsDropped() {
        gates.put("old", new CountDownLatch(1));
        search.ask("old", delivered::add);
        await().until(() -> work.running().size() == 1);
        search.ask("new", delivered::add);

        await().until(() -> delivered.size() == 1 && work.running().isEmpty());
        assertThat(delivered.getFirst())
                .isInstanceOfSatisfying(
                        Fetched.Answer.class,
                        answer -> assertThat(answer.value()).isEqualTo("new"));
        assertThat(interrupted).containsExactly("old");
    }

    @Test
    void cancelledFromTheBoardTheReadSaysSo() {
        gates.put("slow", new CountDownLatch(1));
        search.ask("slow", delivered::add);
        await().until(() -> work.running().size() == 1);

        work.cancel(work.running().getFirst().id());

        await().until(() -> delivered.size() == 1);
        assertThat(delivered.getFirst())
                .isInstanceOfSatisfying(
                        Fetched.Failure.class,
                        failure -> assertThat(failure.error()).isInstanceOf(SourceError.Cancelled.class));
        assertThat(work.running()).isEmpty();
    }

    private Fetched<String> read(String request) {
        try {
            CountDownLatch gate = gates.get(request);
            if (gate != null) {
                gate.await();
            }
            return new Fetched.Answer<>(request, new Contact("", "", Duration.ZERO, null, null, List.of()));
        } catch (InterruptedException e) {
            interrupted.add(request);
            return Fetched.failure(new SourceError.Cancelled(request, Duration.ZERO));
        }
    }
}
