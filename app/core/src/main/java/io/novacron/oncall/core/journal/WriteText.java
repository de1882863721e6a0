package io.novacron.oncall.core.journal;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.SilenceSink.ResolvedAlert;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text of a write, form 1: one field a line, its name and its parts parted by tabs; within a part {@code \\}, {@code \t},
 * {@code \n} and {@code \r} stand for the backslash, tab, line feed and carriage return. Times are RFC 3339 UTC. The first
 * line says what it is: {@code post 1}, {@code expire 1}, {@code page 1} or {@code resolve 1}. Unknown fields are skipped.
 */
public final class WriteText {

    private static final String FORM = "1";

    private WriteText() {}

    public static String of(Write write) {
        StringBuilder text = new StringBuilder();
        switch (write) {
            case Write.Post(SilenceSpec spec) -> {
                line(text, "post", FORM);
                line(text, "id", spec.id());
                spec.matchers()
                        .forEach(matcher -> line(
                                text, "matcher", matcher.name(), matcher.op().sign(), matcher.value()));
                line(text, "starts", spec.startsAt().toString());
                line(text, "ends", spec.endsAt().toString());
                line(text, "by", spec.createdBy());
                line(text, "comment", spec.comment());
                new TreeMap<>(spec.annotations()).forEach((name, value) -> line(text, "annotation", name, value));
            }
            case Write.Expire(String silenceId) -> {
                line(text, "expire", FORM);
                line(text, "id", silenceId);
            }
            case Write.Page(String dedupKey) -> {
                line(text, "page", FORM);
                line(text, "key", dedupKey);
            }
            case Write.Resolve(ResolvedAlert alert) -> {
                line(text, "resolve", FORM);
                alert.labels().byName().forEach((name, value) -> line(text, "label", name, value));
                new TreeMap<>(alert.annotations()).forEach((name, value) -> line(text, "annotation", name, value));
                line(text, "starts", alert.startsAt().toString());
                line(text, "ends", alert.endsAt().toString());
            }
        }
        return text.toString();
    }

    /**
     * The write that {@link #of} made this text of.
     *
     * @throws IllegalArgumentException where it is no such text
     */
    public static Write read(String text) {
        List<List<String>> lines = text.lines().map(WriteText::parts).toList();
        if (lines.isEmpty()
                || lines.getFirst().size() < 2
                || !lines.getFirst().get(1).equals(FORM)) {
            throw new IllegalArgumentException("no write of form " + FORM);
        }
        return switch (lines.getFirst().getFirst()) {
            case "post" ->
                new Write.Post(new SilenceSpec(
                        one(lines, "id"),
                        matchers(lines),
                        time(lines, "starts"),
                        time(lines, "ends"),
                        one(lines, "by"),
                        one(lines, "comment"),
                        pairs(lines, "annotation")));
            case "expire" -> new Write.Expire(one(lines, "id"));
            case "page" -> new Write.Page(one(lines, "key"));
            case "resolve" ->
                new Write.Resolve(new ResolvedAlert(
                        Labels.of(pairs(lines, "label")),
                        pairs(lines, "annotation"),
                        time(lines, "starts"),
                        time(lines, "ends")));
            default -> throw new IllegalArgumentException("no write of form " + FORM);
        };
    }

    private static List<Matcher> matchers(List<List<String>> lines) {
        List<Matcher> matchers = new ArrayList<>();
        for (List<String> line : lines) {
            if (line.getFirst().equals("matcher") && line.size() == 4) {
                matchers.add(new Matcher(line.get(1), op(line.get(2)), line.get(3)));
            }
        }
        return matchers;
    }

    private static Matcher.Op op(String sign) {
        for (Matcher.Op op : Matcher.Op.values()) {
            if (op.sign().equals(sign)) {
                return op;
            }
        }
        throw new IllegalArgumentException("no operator " + sign);
    }

    private static Map<String, String> pairs(List<List<String>> lines, String name) {
        Map<String, String> pairs = new TreeMap<>();
        for (List<String> line : lines) {
            if (line.getFirst().equals(name) && line.size() == 3) {
                pairs.put(line.get(1), line.get(2));
            }
        }
        return pairs;
    }

    private static Instant time(List<List<String>> lines, String name) {
        try {
            return Instant.parse(one(lines, name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time in " + name, e);
        }
    }

    private static String one(List<List<String>> lines, String name) {
        return lines.stream()
                .filter(line -> line.getFirst().equals(name) && line.size() == 2)
                .map(line -> line.get(1))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }

    private static void line(StringBuilder text, String name, String... parts) {
        text.append(name);
        for (String part : parts) {
            text.append('\t')
                    .append(part.replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r"));
        }
        text.append('\n');
    }

    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                parts.add(part.toString());
                part.setLength(0);
            } else if (c == '\\' && i + 1 < line.length()) {
                i++;
                part.append(
                        switch (line.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> line.charAt(i);
                        });
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
