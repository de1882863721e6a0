package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an acknowledgement writes into its silence, and how it is read back (alerts guide §4.2). Alertmanager from 0.32 keeps
 * it in annotations, an older one in the comment.
 *
 * @param id UUID of the action that made it
 * @param keys fingerprint to start of each firing it was made for; empty for an acknowledgement of another tool
 * @param owners who works on it, first the one who began
 * @param foreign written by another tool: a comment that begins with {@code ACK!} and lacks our keys
 */
public record AckRecord(
        String id, SortedMap<String, Instant> keys, List<String> owners, String reason, boolean foreign, AckTerm term) {

    private static final String KIND = "novacron_kind";
    private static final String ID = "novacron_id";
    private static final String KEYS = "novacron_keys";
    private static final String BY = "novacron_by";
    private static final String VERSION = "novacron_v";
    private static final String LEASE = "novacron_lease";
    private static final String LEASE_UNTIL = "novacron_lease_until";
    private static final String MAX_UNTIL = "novacron_max_until";
    private static final String INCIDENT = "novacron_incident";
    private static final String NAMED = "Acknowledged by ";

    public AckRecord {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        owners = List.copyOf(owners);
    }

    /** One that nobody keeps alive. */
    public AckRecord(String id, SortedMap<String, Instant> keys, List<String> owners, String reason, boolean foreign) {
        this(id, keys, owners, reason, foreign, AckTerm.NONE);
    }

    /** The name as it may stand in a record: the characters that part names and fields become blanks. */
    public static String ownerName(String name) {
        return name.replaceAll("[,:\\[\\]\\p{Cntrl}]", " ").strip();
    }

    /** The acknowledgement that this silence carries, null if it carries none. */
    public static @Nullable AckRecord read(Silence silence) {
        Map<String, String> annotations = silence.annotations();
        if (annotated(silence)) {
            return new AckRecord(
                    annotations.getOrDefault(ID, ""),
                    AckComment.keys(annotations.getOrDefault(KEYS, "").split(" ", -1)),
                    AckComment.names(annotations.getOrDefault(BY, silence.createdBy())),
                    AckComment.reason(
                            silence.comment(),
                            silence.comment().startsWith(AckComment.CLAIM) ? AckComment.CLAIM : NAMED),
                    false,
                    new AckTerm(
                            annotations.getOrDefault(LEASE, "").strip(),
                            AckComment.moment(annotations.get(LEASE_UNTIL)),
                            AckComment.moment(annotations.get(MAX_UNTIL)),
                            annotations.getOrDefault(INCIDENT, "")));
        }
        return AckComment.read(silence);
    }

    private static boolean annotated(Silence silence) {
        return "ack".equals(silence.annotations().get(KIND));
    }

    public AckRecord joinedBy(String name) {
        List<String> more = new ArrayList<>(owners);
        if (!more.contains(name)) {
            more.add(name);
        }
        return new AckRecord(id, keys, more, reason, foreign, term);
    }

    public AckRecord because(String other) {
        return new AckRecord(id, keys, owners, other, foreign, term);
    }

    /** The same with one name less; nobody may be left. */
    public AckRecord without(String name) {
        return new AckRecord(
                id, keys, owners.stream().filter(owner -> !owner.equals(name)).toList(), reason, foreign, term);
    }

    public AckRecord with(AckTerm other) {
        return new AckRecord(id, keys, owners, reason, foreign, other);
    }

    /**
     * What to post so that the silence says this and ends then. Everything else goes back as it was read: a post replaces the
     * whole silence, and the id stays only if matchers, their order and the start are the same (alerts guide S1, S6).
     */
    public SilenceSpec over(Silence held, Instant until) {
        Map<String, String> annotations = new LinkedHashMap<>(held.annotations());
        AckRecord before = read(held);
        if (annotated(held) && before != null) {
            Map<String, String> were = before.annotations();
            were.keySet().removeAll(annotations().keySet());
            annotations.keySet().removeAll(were.keySet());
            annotations().forEach((name, value) -> {
                if (!value.equals(before.annotations().get(name)) || !annotations.containsKey(name)) {
                    annotations.put(name, value);
                }
            });
        }
        return new SilenceSpec(
                held.id(),
                held.matchers(),
                held.startsAt(),
                until,
                held.createdBy(),
                annotated(held) ? annotatedComment() : plainComment(until),
                annotations);
    }

    /** The annotations for a server that keeps them. */
    public Map<String, String> annotations() {
        StringJoiner pairs = new StringJoiner(" ");
        keys.forEach((fingerprint, start) -> pairs.add(fingerprint + "@" + start));
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(KIND, "ack");
        annotations.put(VERSION, "1");
        annotations.put(ID, id);
        annotations.put(KEYS, pairs.toString());
        annotations.put(BY, String.join(", ", owners));
        put(annotations, LEASE, term.lease());
        put(annotations, LEASE_UNTIL, text(term.leaseUntil()));
        put(annotations, MAX_UNTIL, text(term.maxUntil()));
        put(annotations, INCIDENT, term.incident());
        return annotations;
    }

    /** The comment for a server that keeps annotations. */
    public String annotatedComment() {
        return NAMED + String.join(", ", owners) + ": " + reason + AckComment.TAIL + id + "]";
    }

    /** The comment for a server that does not, with everything that must be read back. */
    public String plainComment(Instant until) {
        return AckComment.of(this, until);
    }

    static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
