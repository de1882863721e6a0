package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.source.SilenceSink.ResolvedAlert;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends the end notice that an acknowledgement withheld. Without it Alertmanager's notification log still lists the firing,
 * and the next one pages nobody before the repeat interval (alerts guide §4.6).
 */
final class Rearm {

    /** What is known of an alert that has resolved. {@code goneAt} is when it was first not listed, by our own clock. */
    record Known(Labels labels, Map<String, String> annotations, Instant goneAt) {}

    private final ActionDesk desk;
    private final ClusterDesk cluster;

    Rearm(ActionDesk desk, ClusterDesk cluster) {
        this.desk = desk;
        this.cluster = cluster;
    }

    /**
     * Sends it for these fingerprints, to every member.
     *
     * @param known by fingerprint; what is missing here is taken from the matchers
     * @return why not; empty where every member took it
     */
    String send(
            ClusterAnswer now,
            Silence silence,
            AckRecord ack,
            Collection<String> resolved,
            Map<String, Known> known,
            Climb climb)
            throws InterruptedException {
        if (!cluster.rearm()) {
            return "rearm is off for this source";
        }
        for (MemberAnswer member : now.members()) {
            if (member.startedAt().isAfter(silence.startsAt())) {
                return member.member() + " was restarted since, so no end notice is sent";
            }
        }
        Instant latest;
        try {
            latest = earliest(new SilenceWriter(desk, cluster).ready().values());
        } catch (NotWritten notWritten) {
            return "no end notice is sent: " + notWritten.getMessage();
        }
        for (String fingerprint : resolved) {
            ResolvedAlert end = ended(silence, ack, fingerprint, known.get(fingerprint), latest);
            if (end == null) {
                return "its labels are not in the silence, so no end notice is sent";
            }
            String refused = toEveryMember(end, climb);
            if (!refused.isEmpty()) {
                return refused;
            }
        }
        return "";
    }

    private String toEveryMember(ResolvedAlert end, Climb climb) {
        for (String member : cluster.sink().members()) {
            try {
                if (climb.resolve(cluster.sink(), member, end) instanceof Fetched.Failure<Boolean> failure) {
                    return "the end notice was not taken: " + failure.error().sentence();
                }
            } catch (NotWritten notWritten) {
                return "no end notice is sent: " + notWritten.getMessage();
            }
        }
        return "";
    }

    /** Labels from the matchers where nothing better is known; null where they do not give this fingerprint. */
    private static @Nullable ResolvedAlert ended(
            Silence silence, AckRecord ack, String fingerprint, @Nullable Known known, Instant latest) {
        Labels labels = known == null ? fromMatchers(silence.matchers()) : known.labels();
        Instant start = ack.keys().get(fingerprint);
        if (!labels.fingerprint().equals(fingerprint) || start == null) {
            return null;
        }
        Instant end = known == null || known.goneAt().isAfter(latest) ? latest : known.goneAt();
        return new ResolvedAlert(
                labels, known == null ? Map.of() : known.annotations(), start, end.isAfter(start) ? end : latest);
    }

    /** As the equalities say; of several alerts what they share. */
    static Labels fromMatchers(List<Matcher> matchers) {
        Map<String, String> labels = new TreeMap<>();
        matchers.stream()
                .filter(matcher ->
                        matcher.op() == Matcher.Op.EQUAL && !matcher.value().isEmpty())
                .forEach(matcher -> labels.put(matcher.name(), matcher.value()));
        return Labels.of(labels);
    }

    /** An end that lies in a member's future would make the alert fire there until then. */
    private static Instant earliest(Collection<Probe> probes) {
        return probes.stream()
                .map(Probe::serverTime)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
