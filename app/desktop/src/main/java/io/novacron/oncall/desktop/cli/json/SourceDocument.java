package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a source stands. {@code tlsDaysLeft} is null without TLS. */
public record SourceDocument(
        String name,
        String kind,
        String cluster,
        List<SourceState> states,
        SourceState state,
        String reason,
        @Nullable Instant lastGood,
        String version,
        String flavour,
        @Nullable Long latencyMs,
        @Nullable Long skewMs,
        @Nullable Long tlsDaysLeft) {

    public static SourceDocument of(SourceStatus status, Instant now) {
        Instant tls = status.tlsNotAfter();
        return new SourceDocument(
                status.name(),
                status.kind().word(),
                status.cluster(),
                status.states(),
                status.state(),
                status.reason(),
                status.lastGood(),
                status.version(),
                status.flavour(),
                millis(status.latency()),
                millis(status.skew()),
                tls == null ? null : Duration.between(now, tls).toDays());
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
