package io.novacron.oncall.core.source;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes silences to single members of one Alertmanager cluster. It never retries and never picks a member: who writes where,
 * and what an unknown outcome means, is decided in {@code core.action} (alerts guide §4.3, S3).
 */
public interface SilenceSink {

    String cluster();

    /** host:port of each member, in the order of the configuration. */
    List<String> members();

    /** Version, readiness and clock of a member. */
    Fetched<Probe> probe(String member);

    /** Posts a silence and answers the id the server gave it, which may differ from the one sent (alerts guide S1). */
    Fetched<String> post(String member, SilenceSpec spec);

    /** Expires a silence. A 200 may change nothing (alerts guide §4.3): read it back. */
    Fetched<Boolean> expire(String member, String id);

    Fetched<Silence> silence(String member, String id);

    /** All silences of a member, expired ones included. */
    Fetched<List<Silence>> silences(String member);

    /**
     * Posts the end of an alert that resolved under an acknowledgement, so that the withheld notice goes out and the next
     * firing pages again (alerts guide §4.6).
     */
    Fetched<Boolean> resolve(String member, ResolvedAlert alert);

    /**
     * What must be known of a member before it is written to.
     *
     * @param annotations a silence written to it keeps its annotations: version 0.32 or later (alerts guide §4.2)
     * @param ready false while the member settles
     * @param serverTime by its Date header, to a second
     * @param startedAt the start of its process
     */
    record Probe(String version, boolean annotations, boolean ready, Instant serverTime, Instant startedAt) {

        /** True where it does not say its version: whether it keeps annotations, only reading them back proves. */
        public boolean unnamed() {
            String digits = version.startsWith("v") ? version.substring(1) : version;
            return digits.indexOf('.') < 1 || !Character.isDigit(digits.charAt(0));
        }
    }

    /** Labels, annotations and times of the end notice, exactly as the alert had them. */
    record ResolvedAlert(Labels labels, Map<String, String> annotations, Instant startsAt, Instant endsAt) {}
}
