package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.silence.Silence;
import java.time.Instant;
import java.util.List;

/**
 * Everything one poll of one member brought.
 *
 * @param member host:port
 * @param startedAt the process start ({@code uptime}), by which restarts are seen; the epoch where the server does not say
 * @param clusterStatus {@code ready}, {@code settling} or {@code disabled}
 * @param peers addresses of the gossip peers, its own among them
 * @param config the original configuration, secrets already masked by the server
 */
public record MemberAnswer(
        String member,
        String version,
        Instant startedAt,
        String clusterStatus,
        List<String> peers,
        String config,
        List<MemberAlert> alerts,
        List<Silence> silences) {

    public MemberAnswer {
        peers = List.copyOf(peers);
        alerts = List.copyOf(alerts);
        silences = List.copyOf(silences);
    }
}
