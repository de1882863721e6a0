package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.alert.Realarm.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of alerts guide §4.5 over one look, given what the look before it held. */
final class RealarmRules {

    private static final Duration REMINDER = Duration.ofMinutes(10);
    private static final Set<String> SEVERITY = Set.of("severity");

    private record Sibling(String cluster, Labels labels) {}

    private final AckSight now;
    private final Map<AckHeld, AckRecord> active;
    private final Map<AckHeld, AckRecord> before;
    private final Map<AlertKey, Realarms.Taken> taken;
    private final List<Realarm> last;
    private final List<Realarm> found = new ArrayList<>();

    RealarmRules(
            AckSight now,
            Map<AckHeld, AckRecord> active,
            Map<AckHeld, AckRecord> before,
            Map<AlertKey, Realarms.Taken> taken,
            List<Realarm> last) {
        this.now = now;
        this.active = active;
        this.before = before;
        this.taken = taken;
        this.last = last;
    }

    List<Realarm> all() {
        hidden();
        severityRose();
        new EndedAcks(now, active, before, last, found).find();
        reminders();
        return found;
    }

    /** What an acknowledgement hides without counting for it: a later firing of its own alert, or one it was not made for. */
    private void hidden() {
        Map<AckHeld, List<Alert>> strangers = new LinkedHashMap<>();
        for (Alert alert : now.board().alerts()) {
            if (alert.ack() != null || alert.silencedBy().isEmpty() || active.isEmpty()) {
                continue;
            }
            for (String id : alert.silencedBy()) {
                AckHeld silence = new AckHeld(alert.key().cluster(), id);
                AckRecord ack = active.get(silence);
                if (ack == null) {
                    continue;
                }
                Instant made = ack.keys().get(alert.key().fingerprint());
                if (made != null && !made.equals(Instant.EPOCH)) {
                    add(
                            alert.key(),
                            Reason.FIRED_AGAIN,
                            alert.startsAt(),
                            "fires again, later than the firing that " + owners(ack)
                                    + " acknowledged, and the silence still hides it");
                } else if (alert.severity() == Severity.S1) {
                    add(
                            alert.key(),
                            Reason.CRITICAL_HIDDEN,
                            alert.startsAt(),
                            "critical, and hidden by an acknowledgement of " + owners(ack)
                                    + " that was not made for it");
                } else {
                    strangers.computeIfAbsent(silence, key -> new ArrayList<>()).add(alert);
                }
                break;
            }
        }
        strangers.forEach((silence, alerts) -> {
            Alert first = alerts.getFirst();
            Instant since =
                    alerts.stream().map(Alert::startsAt).min(Instant::compareTo).orElse(first.startsAt());
            AckRecord ack = active.get(silence);
            String news = alerts.size() == 1 ? "1 new alert is" : alerts.size() + " new alerts are";
            add(
                    first.key(),
                    Reason.SCOPE_GREW,
                    since,
                    news + " hidden by the acknowledgement of " + (ack == null ? "somebody" : owners(ack)));
        });
    }

    /** Severity is a label, so that a higher one is another alert: the label sets are compared without it. */
    private void severityRose() {
        Map<Sibling, Realarms.Taken> siblings = new HashMap<>();
        taken.forEach((key, one) -> siblings.merge(
                new Sibling(key.cluster(), one.labels().without(SEVERITY)),
                one,
                (a, b) -> a.severity().compareTo(b.severity()) <= 0 ? a : b));
        if (siblings.isEmpty()) {
            return;
        }
        for (Alert alert : now.board().alerts()) {
            if (alert.state() != AlertState.FIRING || alert.ack() != null || taken.containsKey(alert.key())) {
                continue;
            }
            Realarms.Taken low = siblings.get(
                    new Sibling(alert.key().cluster(), alert.labels().without(SEVERITY)));
            if (low != null && alert.severity().compareTo(low.severity()) < 0) {
                add(
                        alert.key(),
                        Reason.SEVERITY_ROSE,
                        alert.startsAt(),
                        "severity rose from " + low.severity().mark() + ", acknowledged by " + low.owner() + ", to "
                                + alert.severity().mark());
            }
        }
    }

    private void reminders() {
        Map<String, List<Alert>> soon = new LinkedHashMap<>();
        for (Alert alert : now.board().alerts()) {
            Ack ack = alert.ack();
            Instant limit = ack == null ? null : limit(ack, alert.key().cluster());
            if (ack != null
                    && limit != null
                    && !now.now().isBefore(limit.minus(REMINDER))
                    && now.now().isBefore(limit)) {
                soon.computeIfAbsent(ack.silenceId(), key -> new ArrayList<>()).add(alert);
            }
        }
        soon.values().forEach(alerts -> {
            Alert first = alerts.getFirst();
            Ack ack = first.ack();
            Instant limit = ack == null ? null : limit(ack, first.key().cluster());
            if (ack != null && limit != null) {
                String others = alerts.size() == 1 ? "" : ", of " + alerts.size() + " alerts,";
                add(
                        first.key(),
                        Reason.EXPIRES_SOON,
                        limit.minus(REMINDER),
                        "the acknowledgement of " + ack.owner() + others
                                + " ends within 10 min; acknowledge again to keep it");
            }
        });
    }

    /** When it ends for good: a leased one at its limit, of which only its owners are reminded. */
    private @Nullable Instant limit(Ack ack, String cluster) {
        if (ack.foreign() || now.kept().contains(cluster)) {
            return null;
        }
        if (ack.term().leased()) {
            return ack.owners().contains(now.operator()) ? ack.term().maxUntil() : null;
        }
        return ack.until();
    }

    static String owners(AckRecord ack) {
        return String.join(", ", ack.owners());
    }

    private void add(AlertKey key, Reason reason, Instant since, String text) {
        found.add(new Realarm(key, reason, since, text));
    }
}
