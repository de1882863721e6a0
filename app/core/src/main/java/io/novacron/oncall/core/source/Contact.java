package io.novacron.oncall.core.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer told about the backend beside its content.
 *
 * @param version as the backend names it; empty if it does not say
 * @param flavour what tells dialects apart, for instance {@code opensearch} or {@code legacy}; may be empty
 * @param latency from sending the request to the last byte of the answer
 * @param skew the backend's clock minus ours, from the Date header, known to half the round trip plus the header's whole
 *     second; null if it sent none
 * @param tlsNotAfter when the certificate it showed runs out; null without TLS
 * @param conditions everything that keeps this good answer from being simply LIVE
 */
public record Contact(
        String version,
        String flavour,
        Duration latency,
        @Nullable Duration skew,
        @Nullable Instant tlsNotAfter,
        List<Condition> conditions) {

    public Contact {
        conditions = List.copyOf(conditions);
    }

    public Contact with(String newVersion, String newFlavour, List<Condition> newConditions) {
        return new Contact(newVersion, newFlavour, latency, skew, tlsNotAfter, newConditions);
    }
}
