package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.fetch.TraceReads;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.trace.Dependency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The calls each Jaeger told of last; asked for again each minute, since they change slowly and cost the backend much.
/// A failure keeps what was known. Any thread.
final class CallsKnown {
    /// Jaeger's own default for its dependency page.
    static final Duration LOOK_BACK = Duration.ofHours(24);

    private static final Duration EVERY = Duration.ofMinutes(1);

    /// @param calls null until the source answered once
    record Known(@Nullable List<Dependency> calls, Instant askedAt, Instant observedAt, String problem) {}

    private final List<TraceReads> reads;
    private final Clock clock;
    private final Runnable changed;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    CallsKnown(List<TraceReads> reads, Clock clock, Runnable changed) {
        this.reads = List.copyOf(reads);
        this.clock = clock;
        this.changed = changed;
    }

    /// Asks each source whose turn it is; answers come later and call `changed`.
    void refresh() {
        Instant now = clock.now();
        for (TraceReads source : reads) {
            Known before = known.get(source.source());
            if (before == null || !before.askedAt().plus(EVERY).isAfter(now)) {
                known.put(source.source(), new Known(calls(before), now, observed(before, now), problem(before)));
                source.dependencies().ask(LOOK_BACK, answer -> take(source.source(), answer));
            }
        }
    }

    /// By source name, as things stand now; a source that was never asked is not in it.
    Map<String, Known> now() {
        return Map.copyOf(known);
    }

    private void take(String source, Fetched<List<Dependency>> fetched) {
        Instant now = clock.now();
        known.compute(source, (name, before) -> switch (fetched) {
            case Fetched.Answer<List<Dependency>>(List<Dependency> calls, var contact) ->
                new Known(calls, now, now, "");
            case Fetched.Failure<List<Dependency>>(SourceError error) ->
                new Known(calls(before), now, observed(before, now), error.sentence());
        });
        changed.run();
    }

    private static @Nullable List<Dependency> calls(@Nullable Known before) {
        return before == null ? null : before.calls();
    }

    private static Instant observed(@Nullable Known before, Instant now) {
        return before == null ? now : before.observedAt();
    }

    private static String problem(@Nullable Known before) {
        return before == null ? "" : before.problem();
    }
}
