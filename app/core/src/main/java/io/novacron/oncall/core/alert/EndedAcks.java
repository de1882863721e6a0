package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.alert.Realarm.Reason;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alerts that fire on after their acknowledgement has ended: by itself, by another hand, or lost by the servers. */
final class EndedAcks {

    private static final Duration HISTORY = Duration.ofHours(12);

    private record Ended(Silence silence, AckRecord ack) {}

    private final AckSight now;
    private final Map<AckHeld, AckRecord> active;
    private final Map<AckHeld, AckRecord> before;
    private final List<Realarm> last;
    private final List<Realarm> found;

    /** What is found is added to {@code found}. */
    EndedAcks(
            AckSight now,
            Map<AckHeld, AckRecord> active,
            Map<AckHeld, AckRecord> before,
            List<Realarm> last,
            List<Realarm> found) {
        this.now = now;
        this.active = active;
        this.before = before;
        this.last = last;
        this.found = found;
    }

    void find() {
        Map<AlertKey, Ended> latest = latestEnded();
        Map<AlertKey, Realarm> told = new HashMap<>();
        for (Realarm one : last) {
            if (one.reason() == Reason.ENDED_ELSEWHERE) {
                told.put(one.key(), one);
            }
        }
        Map<AlertKey, AckHeld> watched = new HashMap<>();
        before.forEach((silence, ack) -> ack.keys()
                .keySet()
                .forEach(fingerprint -> watched.put(new AlertKey(silence.cluster(), fingerprint), silence)));
        for (Alert alert : now.board().alerts()) {
            AlertKey key = alert.key();
            if (alert.state() != AlertState.FIRING || alert.ack() != null) {
                continue;
            }
            Ended end = latest.get(key);
            AckHeld silence = watched.get(key);
            if (end != null && ranOut(end.silence())) {
                ranOut(alert, end);
            } else if (silence != null && !active.containsKey(silence)) {
                endedElsewhere(alert, silence, end);
            } else if (told.containsKey(key) && silence == null && !here(end)) {
                found.add(told.get(key));
            }
        }
    }

    private void ranOut(Alert alert, Ended end) {
        Instant at = end.silence().endsAt();
        boolean recent = Duration.between(at, now.now()).compareTo(HISTORY) < 0;
        if (recent && sameFiring(alert, end.ack())) {
            add(
                    alert.key(),
                    Reason.RAN_OUT,
                    at,
                    "still fires, and the acknowledgement of " + RealarmRules.owners(end.ack()) + " has run out");
        }
    }

    private void endedElsewhere(Alert alert, AckHeld silence, @Nullable Ended end) {
        AckRecord ack = before.get(silence);
        if (ack == null || now.endedHere().contains(silence.silenceId()) || !sameFiring(alert, ack)) {
            return;
        }
        boolean listed = now.board().silence(silence.cluster(), silence.silenceId()) != null;
        if (listed) {
            add(
                    alert.key(),
                    Reason.ENDED_ELSEWHERE,
                    end == null ? now.now() : end.silence().endsAt(),
                    "still fires, and somebody ended the acknowledgement of " + RealarmRules.owners(ack));
        } else if (now.complete(silence.cluster())) {
            add(
                    alert.key(),
                    Reason.ENDED_ELSEWHERE,
                    now.now(),
                    "still fires, and no server holds the acknowledgement of " + RealarmRules.owners(ack)
                            + " any more: it was lost with a restart");
        }
    }

    /** For each alert the acknowledgement that ended last. */
    private Map<AlertKey, Ended> latestEnded() {
        Map<AlertKey, Ended> latest = new HashMap<>();
        for (ClusterSilence merged : now.board().silences()) {
            Silence silence = merged.silence();
            AckRecord ack = silence.state() == SilenceState.EXPIRED ? AckRecord.read(silence) : null;
            if (ack != null && !ack.foreign()) {
                for (String fingerprint : ack.keys().keySet()) {
                    latest.merge(
                            new AlertKey(merged.cluster(), fingerprint),
                            new Ended(silence, ack),
                            (a, b) -> b.silence().endsAt().isAfter(a.silence().endsAt()) ? b : a);
                }
            }
        }
        return latest;
    }

    /** A silence that is ended by hand gets its end and its last change at the same moment. */
    private static boolean ranOut(Silence silence) {
        return Duration.between(silence.updatedAt(), silence.endsAt()).compareTo(Duration.ofSeconds(1)) > 0;
    }

    private boolean here(@Nullable Ended end) {
        return end != null && now.endedHere().contains(end.silence().id());
    }

    /** A start that moved to an earlier time, or to a later one that no member witnessed, is the same firing (alerts guide §4.1). */
    private boolean sameFiring(Alert alert, AckRecord ack) {
        Instant made = ack.keys().get(alert.key().fingerprint());
        return made != null && (!alert.startsAt().isAfter(made) || !now.board().startWitnessed(alert.key()));
    }

    private void add(AlertKey key, Reason reason, Instant since, String text) {
        found.add(new Realarm(key, reason, since, text));
    }
}
