package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a read is tried again: at most twice, after a random part of 0.25 s, then of 0.5 s (reliability guide §2). */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);

    private Backoff() {}

    /** How often a read that failed so is repeated. A hanging connect only once (F03), a refusal never. */
    static int retries(SourceError error) {
        return switch (error) {
            case SourceError.Unreachable _ -> 1;
            case SourceError.Broken _ -> 2;
            case SourceError.ServerFault fault ->
                switch (fault.status()) {
                    case 408, 500, 502, 503, 504 -> 2;
                    default -> 0;
                };
            default -> 0;
        };
    }

    /** Full jitter: anything between nothing and the bound, which doubles. */
    static Duration before(int retry) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(FIRST.toNanos() << retry));
    }
}
