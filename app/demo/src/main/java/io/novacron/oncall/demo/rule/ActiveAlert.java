package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert of a rule at one evaluation. {@code INACTIVE} means resolved: it is kept for a while so that its end is told.
 *
 * @param keepFiringSince when its element went away while the rule keeps it firing
 * @param validUntil when Alertmanager may take it for resolved unless it is sent again
 */
public record ActiveAlert(
        Labels labels,
        Map<String, String> annotations,
        AlertPhase phase,
        double value,
        Instant activeAt,
        @Nullable Instant firedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant keepFiringSince,
        @Nullable Instant sentAt,
        @Nullable Instant validUntil) {

    public ActiveAlert {
        annotations = Map.copyOf(annotations);
    }

    static ActiveAlert pending(Labels labels, Map<String, String> annotations, double value, Instant at) {
        return new ActiveAlert(labels, annotations, AlertPhase.PENDING, value, at, null, null, null, null, null);
    }

    ActiveAlert seen(Map<String, String> texts, double level) {
        return new ActiveAlert(labels, texts, phase, level, activeAt, firedAt, resolvedAt, null, sentAt, validUntil);
    }

    ActiveAlert kept(Instant since) {
        return new ActiveAlert(
                labels, annotations, phase, value, activeAt, firedAt, resolvedAt, since, sentAt, validUntil);
    }

    ActiveAlert fired(Instant at) {
        return new ActiveAlert(
                labels, annotations, AlertPhase.FIRING, value, activeAt, at, null, keepFiringSince, sentAt, validUntil);
    }

    ActiveAlert resolved(Instant at) {
        return new ActiveAlert(
                labels, annotations, AlertPhase.INACTIVE, value, activeAt, firedAt, at, null, sentAt, validUntil);
    }

    ActiveAlert since(Instant start) {
        return new ActiveAlert(
                labels, annotations, phase, value, start, firedAt, resolvedAt, keepFiringSince, sentAt, validUntil);
    }

    ActiveAlert sent(Instant at, Instant until) {
        return new ActiveAlert(
                labels, annotations, phase, value, activeAt, firedAt, resolvedAt, keepFiringSince, at, until);
    }

    /** A pending alert is told to nobody; a resolved one at once, the others again after the delay. */
    boolean due(Instant now, Duration resendDelay) {
        if (phase == AlertPhase.PENDING) {
            return false;
        }
        if (sentAt == null || (resolvedAt != null && resolvedAt.isAfter(sentAt))) {
            return true;
        }
        return sentAt.plus(resendDelay).isBefore(now);
    }
}
