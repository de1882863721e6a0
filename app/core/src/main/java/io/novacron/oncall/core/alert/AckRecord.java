package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.silence.Silence;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
        String id, SortedMap<String, Instant> keys, List<String> owners, String reason, boolean foreign) {

    private static final String KIND = "novacron_kind";
    private static final String ID = "novacron_id";
    private static final String KEYS = "novacron_keys";
    private static final String BY = "novacron_by";
    private static final String CLAIM = "ACK!";
    private static final String NAMED = "Acknowledged by ";
    private static final String TAIL = " [oncall:";

    public AckRecord {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        owners = List.copyOf(owners);
    }

    /** The name as it may stand in a record: the characters that part names and fields become blanks. */
    public static String ownerName(String name) {
        return name.replaceAll("[,:\\[\\]\\p{Cntrl}]", " ").strip();
    }

    /** The acknowledgement that this silence carries, null if it carries none. */
    public static @Nullable AckRecord read(Silence silence) {
        Map<String, String> annotations = silence.annotations();
        if ("ack".equals(annotations.get(KIND))) {
            return new AckRecord(
                    annotations.getOrDefault(ID, ""),
                    keys(annotations.getOrDefault(KEYS, "").split(" ", -1)),
                    names(annotations.getOrDefault(BY, silence.createdBy())),
                    reason(silence.comment(), NAMED),
                    false);
        }
        if (!silence.comment().startsWith(CLAIM)) {
            return null;
        }
        Map<String, String> fields = tail(silence.comment());
        String fingerprints = fields.getOrDefault("fp", "");
        if (fingerprints.isEmpty()) {
            return new AckRecord(
                    "",
                    new TreeMap<>(),
                    List.of(silence.createdBy()),
                    silence.comment().substring(CLAIM.length()).strip(),
                    true);
        }
        String[] names = fingerprints.split(",", -1);
        String[] starts = fields.getOrDefault("at", "").split(",", -1);
        String[] pairs = new String[names.length];
        Arrays.setAll(pairs, i -> names[i] + "@" + (i < starts.length ? starts[i] : ""));
        String head = between(silence.comment(), CLAIM);
        int colon = head.indexOf(": ");
        return new AckRecord(
                fields.getOrDefault("oncall", ""),
                keys(pairs),
                names(colon < 0 ? silence.createdBy() : head.substring(0, colon)),
                reason(silence.comment(), CLAIM),
                false);
    }

    public AckRecord joinedBy(String name) {
        List<String> more = new ArrayList<>(owners);
        if (!more.contains(name)) {
            more.add(name);
        }
        return new AckRecord(id, keys, more, reason, foreign);
    }

    /** The annotations for a server that keeps them. */
    public Map<String, String> annotations() {
        StringJoiner pairs = new StringJoiner(" ");
        keys.forEach((fingerprint, start) -> pairs.add(fingerprint + "@" + start));
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(KIND, "ack");
        annotations.put("novacron_v", "1");
        annotations.put(ID, id);
        annotations.put(KEYS, pairs.toString());
        annotations.put(BY, String.join(", ", owners));
        return annotations;
    }

    /** The comment for a server that keeps annotations. */
    public String annotatedComment() {
        return NAMED + String.join(", ", owners) + ": " + reason + TAIL + id + "]";
    }

    /** The comment for a server that does not, with everything that must be read back. */
    public String plainComment(Instant until) {
        StringJoiner starts = new StringJoiner(",");
        keys.values().forEach(start -> starts.add(start.toString()));
        return CLAIM + " " + String.join(", ", owners) + ": " + reason + TAIL + id + " fp="
                + String.join(",", keys.keySet()) + " at=" + starts + " until=" + until + "]";
    }

    private static SortedMap<String, Instant> keys(String[] pairs) {
        SortedMap<String, Instant> keys = new TreeMap<>();
        for (String pair : pairs) {
            int at = pair.indexOf('@');
            if (at > 0) {
                keys.put(pair.substring(0, at), instant(pair.substring(at + 1)));
            }
        }
        return keys;
    }

    /** A start that cannot be read is the epoch, so that no firing counts as acknowledged by a damaged record. */
    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException damaged) {
            return Instant.EPOCH;
        }
    }

    private static List<String> names(String joined) {
        List<String> names = new ArrayList<>();
        for (String name : joined.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names.isEmpty() ? List.of("unknown") : names;
    }

    private static String reason(String comment, String prefix) {
        String head = between(comment, prefix);
        int colon = head.indexOf(": ");
        return colon < 0 ? head : head.substring(colon + 2);
    }

    private static String between(String comment, String prefix) {
        String body = comment.startsWith(prefix) ? comment.substring(prefix.length()) : comment;
        int tail = body.lastIndexOf(TAIL);
        return (tail < 0 ? body : body.substring(0, tail)).strip();
    }

    /** The fields of {@code [oncall:UUID fp=… at=…]}. */
    private static Map<String, String> tail(String comment) {
        int start = comment.lastIndexOf(TAIL);
        if (start < 0 || !comment.endsWith("]")) {
            return Map.of();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : comment.substring(start + 2, comment.length() - 1).split(" ", -1)) {
            int sign = part.startsWith("oncall:") ? 6 : part.indexOf('=');
            if (sign > 0) {
                fields.put(part.substring(0, sign), part.substring(sign + 1));
            }
        }
        return fields;
    }
}
