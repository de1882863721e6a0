package io.novacron.oncall.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceAnswer;
import io.novacron.oncall.core.trace.TraceQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesSearchCommandTests {

    @TempDir
    Path folder;

    @Test
    void moreServicesThanASourceLetsWaitAreAskedAFewAtATime() {
        Shell.Ran ran = new Shell(folder, null, List.of(new NarrowSource())).run("traces", "search", "--json");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.json().path("warnings").size()).isZero();
    }

    /** Refuses as soon as thirteen searches are in hand: four that run, eight that wait, one too many. */
    private static final class NarrowSource implements TraceSource {

        private final CountDownLatch room = new CountDownLatch(13);

        @Override
        public String name() {
            return "jaeger";
        }

        @Override
        public SourceKind kind() {
            return SourceKind.JAEGER;
        }

        @Override
        public Fetched<TraceAnswer> poll() {
            return answer(new TraceAnswer(
                    IntStream.range(0, 13).mapToObj(i -> "service-" + i).toList()));
        }

        @Override
        public Fetched<List<Trace>> search(TraceQuery query) {
            room.countDown();
            try {
                boolean full = room.await(100, TimeUnit.MILLISECONDS);
                return full && query.service().equals("service-0")
                        ? Fetched.failure(new SourceError.QueueFull("jaeger"))
                        : answer(List.of());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Fetched<List<String>> operations(String service) {
            return answer(List.of());
        }

        @Override
        public Fetched<Trace> trace(String traceId) {
            return Fetched.failure(new SourceError.Rejected("jaeger", 404, "trace not found"));
        }

        @Override
        public Fetched<List<Dependency>> dependencies(Instant end, Duration lookback) {
            return answer(List.of());
        }

        private static <T> Fetched<T> answer(T value) {
            return new Fetched.Answer<>(value, new Contact("1.62.0", "", Duration.ZERO, null, null, List.of()));
        }
    }
}
