package io.novacron.oncall.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What alarms again although it is, or was, acknowledged: a pure function from look to look, with what it must remember in
 * between (alerts guide §4.5). Immutable, and bounded however much the servers list.
 */
public final class Realarms {

    public static final Realarms NONE = new Realarms(List.of(), Map.of(), Map.of());

    private static final int MOST = 1_000;
    private static final Duration SAME = Duration.ofMinutes(5);

    /** An acknowledged alert at the last look. {@code absentSince} is null while it is listed. */
    record Taken(
            Labels labels,
            Severity severity,
            String owner,
            @Nullable Instant absentSince,
            int flaps) {}

    private final List<Realarm> current;
    private final Map<AckHeld, AckRecord> held;
    private final Map<AlertKey, Taken> taken;

    private Realarms(List<Realarm> current, Map<AckHeld, AckRecord> held, Map<AlertKey, Taken> taken) {
        this.current = List.copyOf(current);
        this.held = held;
        this.taken = taken;
    }

    /** The loudest reason first, then in the order of the alerts. */
    public List<Realarm> current() {
        return current;
    }

    /** How often an acknowledged alert went and came back as the same firing: its replicas disagree (alerts guide §4.1). */
    public int flaps(AlertKey key) {
        Taken known = taken.get(key);
        return known == null ? 0 : known.flaps();
    }

    public Realarms next(AckSight now) {
        Map<AckHeld, AckRecord> active = AckHeld.active(now.board());
        Map<AlertKey, Taken> known = remember(now, active);
        List<Realarm> found = new RealarmRules(now, active, held, known, current).all();
        return new Realarms(
                found.stream()
                        .sorted(Comparator.comparing(Realarm::reason))
                        .limit(MOST)
                        .toList(),
                bounded(now, active),
                known);
    }

    private Map<AlertKey, Taken> remember(AckSight now, Map<AckHeld, AckRecord> active) {
        Map<AlertKey, Taken> known = new LinkedHashMap<>();
        List<AlertKey> keys = new ArrayList<>();
        active.forEach((silence, ack) ->
                ack.keys().keySet().forEach(fingerprint -> keys.add(new AlertKey(silence.cluster(), fingerprint))));
        for (AlertKey key : keys) {
            Alert alert = now.board().alert(key);
            Taken before = taken.get(key);
            if (known.size() == MOST) {
                return known;
            }
            if (alert != null && alert.ack() != null) {
                known.put(key, present(alert, alert.ack(), before, now.now()));
            } else if (before != null) {
                known.put(key, alert == null && now.complete(key.cluster()) ? absent(before, now.now()) : before);
            }
        }
        return known;
    }

    private static Taken present(Alert alert, Ack ack, @Nullable Taken before, Instant now) {
        Instant gone = before == null ? null : before.absentSince();
        int flaps = before == null ? 0 : before.flaps();
        boolean back = gone != null && Duration.between(gone, now).compareTo(SAME) <= 0;
        return new Taken(alert.labels(), alert.severity(), ack.owner(), null, back ? flaps + 1 : flaps);
    }

    private static Taken absent(Taken before, Instant now) {
        Instant since = before.absentSince();
        return new Taken(
                before.labels(), before.severity(), before.owner(), since == null ? now : since, before.flaps());
    }

    /** What is not listed while a member is silent may be on that one. */
    private Map<AckHeld, AckRecord> bounded(AckSight now, Map<AckHeld, AckRecord> active) {
        Map<AckHeld, AckRecord> some = new LinkedHashMap<>();
        active.forEach((silence, ack) -> some.putIfAbsent(silence, ack));
        held.forEach((silence, ack) -> {
            boolean listed = now.board().silence(silence.cluster(), silence.silenceId()) != null;
            if (!listed && !now.complete(silence.cluster())) {
                some.putIfAbsent(silence, ack);
            }
        });
        some.keySet().retainAll(some.keySet().stream().limit(MOST).collect(Collectors.toSet()));
        return some;
    }
}
