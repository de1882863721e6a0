package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.silence.Silence;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledgement as a comment, for servers that keep no annotations: {@code ACK! NAME: REASON [oncall:UUID fp=… at=…
 * lease=… until=… max=…]} (alerts guide §4.2).
 */
final class AckComment {

    static final String CLAIM = "ACK!";
    static final String TAIL = " [oncall:";

    private AckComment() {}

    static @Nullable AckRecord read(Silence silence) {
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
                false,
                term(fields));
    }

    static String of(AckRecord ack, Instant until) {
        StringJoiner starts = new StringJoiner(",");
        ack.keys().values().forEach(start -> starts.add(start.toString()));
        AckTerm term = ack.term();
        Instant leaseUntil = term.leaseUntil();
        Map<String, String> fields = new LinkedHashMap<>();
        AckRecord.put(fields, "lease", term.lease());
        AckRecord.put(fields, "until", AckRecord.text(term.leased() && leaseUntil != null ? leaseUntil : until));
        AckRecord.put(fields, "max", AckRecord.text(term.maxUntil()));
        AckRecord.put(fields, "incident", term.incident());
        StringBuilder more = new StringBuilder();
        fields.forEach(
                (name, value) -> more.append(' ').append(name).append('=').append(value.replaceAll("[\\s\\]]", "_")));
        return CLAIM + " " + String.join(", ", ack.owners()) + ": " + ack.reason() + TAIL + ack.id() + " fp="
                + String.join(",", ack.keys().keySet()) + " at=" + starts + more + "]";
    }

    /** In a comment {@code until} is the end of the lease where there is one, else the end of the silence. */
    private static AckTerm term(Map<String, String> fields) {
        String lease = fields.getOrDefault("lease", "");
        return new AckTerm(
                lease,
                lease.isEmpty() ? null : moment(fields.get("until")),
                moment(fields.get("max")),
                fields.getOrDefault("incident", ""));
    }

    static @Nullable Instant moment(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException damaged) {
            return null;
        }
    }

    static SortedMap<String, Instant> keys(String[] pairs) {
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

    static List<String> names(String joined) {
        List<String> names = new ArrayList<>();
        for (String name : joined.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names.isEmpty() ? List.of("unknown") : names;
    }

    static String reason(String comment, String prefix) {
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
