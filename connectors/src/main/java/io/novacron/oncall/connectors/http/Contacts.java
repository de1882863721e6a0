package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.SourceState;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Handshake;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What a good answer tells about the backend itself. */
final class Contacts {

    private static final Duration SKEWED = Duration.ofSeconds(30);

    private Contacts() {}

    /** {@code midway} is our clock halfway between asking and the first byte of the answer. */
    static Contact of(Response response, ReplyHead head, Duration latency, Instant midway) {
        Instant date = head.date();
        Duration skew = date == null ? null : Duration.between(midway, date);
        return new Contact("", "", latency, skew, notAfter(response.handshake()), conditions(skew));
    }

    private static List<Condition> conditions(@Nullable Duration skew) {
        if (skew == null || skew.abs().compareTo(SKEWED) <= 0) {
            return List.of();
        }
        String where = skew.isNegative() ? " s behind ours" : " s ahead of ours";
        return List.of(
                new Condition(SourceState.SKEWED, "its clock is " + skew.abs().toSeconds() + where));
    }

    private static @Nullable Instant notAfter(@Nullable Handshake handshake) {
        if (handshake == null || handshake.peerCertificates().isEmpty()) {
            return null;
        }
        return handshake.peerCertificates().getFirst() instanceof X509Certificate certificate
                ? certificate.getNotAfter().toInstant()
                : null;
    }
}
