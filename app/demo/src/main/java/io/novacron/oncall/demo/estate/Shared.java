package io.novacron.oncall.demo.estate;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.elasticsearch.ElasticsearchBackend;
import io.novacron.oncall.demo.elasticsearch.LogIndex;
import io.novacron.oncall.demo.elasticsearch.LogIndexer;
import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.demo.jaeger.JaegerBackend;
import io.novacron.oncall.demo.log.LogBook;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What all clusters share: one store of logs and one of traces. */
final class Shared implements AutoCloseable {

    private static final Place ANYWHERE = new Place(null, null, null);

    private final LogIndex index = new LogIndex();
    private final LogIndexer indexer;
    private final Loopback logs;
    private final Loopback traces;

    Shared(Supplier<World> world, Addresses addresses, Clock clock) {
        indexer = new LogIndexer(new LogBook(world), index, clock);
        logs = addresses.serve(new ElasticsearchBackend(index, clock));
        traces = addresses.serve(new JaegerBackend(world, clock));
    }

    List<EstateSource> sources() {
        return List.of(
                new EstateSource("elasticsearch", "elasticsearch", "", List.of(logs.uri())),
                new EstateSource("jaeger", "jaeger", "", List.of(traces.uri())));
    }

    /** Fills the log store with the newest minutes; the days before them follow by themselves. Traces need no filling. */
    void fill(Instant now) {
        indexer.start(now);
    }

    void tick(World world, Instant now) {
        double seconds = world.pulses(Aspect.BACKEND_DELAY, ANYWHERE).at(now.toEpochMilli() / 1e3);
        Duration delay = Duration.ofMillis(Math.round(seconds * 1e3));
        logs.delay(delay);
        traces.delay(delay);
        indexer.tick(now);
    }

    @Override
    public void close() {
        indexer.close();
        index.close();
    }
}
