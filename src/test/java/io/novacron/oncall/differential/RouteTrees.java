package io.novacron.oncall.differential;

import io.novacron.oncall.core.silence.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Generates routing trees in all ways of writing them, and labels that come far into them. */
final class RouteTrees {

    private static final List<Matcher.Op> OPS = List.of(Matcher.Op.values());
    private static final List<String> NAMES =
            List.of("alertname", "severity", "team", "service", "cluster", "on", "host.name", "größe");
    private static final List<String> VALUES =
            List.of("a", "b", "ab", "yes", "010", "", "a\"b", "a\\d", "web-1", "web-12", "ü", "x\ny", "a,b");
    private static final List<String> PATTERNS =
            List.of("a|b", "web-\\d+", ".*", "", "a.*|", "(?i)AB", "[^a]+", "x.y", "ü+", "ye?s");

    private final Random random;

    RouteTrees(long seed) {
        random = new Random(seed);
    }

    /** A whole configuration. */
    String config() {
        StringBuilder yaml = new StringBuilder("route:\n  receiver: r0\n  group_by: [team]\n");
        routes(yaml, "  ", 1 + random.nextInt(4));
        yaml.append("receivers:\n");
        for (int i = 0; i < 6; i++) {
            yaml.append("  - name: r").append(i).append('\n');
        }
        return yaml.toString();
    }

    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        for (String name : NAMES) {
            String value = VALUES.get(random.nextInt(VALUES.size()));
            if (random.nextInt(3) > 0 && !value.isEmpty()) {
                labels.put(name, value);
            }
        }
        return labels;
    }

    private void routes(StringBuilder yaml, String indent, int depth) {
        yaml.append(indent).append("routes:\n");
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            String inner = indent + "    ";
            yaml.append(indent).append("  - ");
            yaml.append("continue: ")
                    .append(random.nextBoolean() ? "yes" : "false")
                    .append('\n');
            if (random.nextInt(4) > 0) {
                yaml.append(inner)
                        .append("receiver: r")
                        .append(random.nextInt(6))
                        .append('\n');
            }
            if (random.nextInt(4) == 0) {
                yaml.append(inner)
                        .append(List.of("group_by: []", "group_by: ['...']", "group_by: ~")
                                .get(random.nextInt(3)))
                        .append('\n');
            }
            matchers(yaml, inner);
            if (depth > 1 && random.nextInt(3) > 0) {
                routes(yaml, inner, depth - 1);
            }
        }
    }

    private void matchers(StringBuilder yaml, String indent) {
        switch (random.nextInt(5)) {
            case 0 ->
                yaml.append(indent)
                        .append("match:\n")
                        .append(indent)
                        .append("  ")
                        .append(NAMES.get(random.nextInt(6)))
                        .append(": ")
                        .append(scalar(VALUES.get(random.nextInt(VALUES.size()))))
                        .append('\n');
            case 1 ->
                yaml.append(indent)
                        .append("match_re:\n")
                        .append(indent)
                        .append("  ")
                        .append(NAMES.get(random.nextInt(6)))
                        .append(": ")
                        .append(scalar(PATTERNS.get(random.nextInt(PATTERNS.size()))))
                        .append('\n');
            case 2 -> yaml.append(indent).append("matchers: []\n");
            default -> {
                yaml.append(indent).append("matchers:\n");
                for (int i = 0; i <= random.nextInt(2); i++) {
                    yaml.append(indent).append("  - ").append(quoted(matcher())).append('\n');
                }
            }
        }
    }

    private String matcher() {
        List<Matcher> several = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            Matcher.Op op = OPS.get(random.nextInt(OPS.size()));
            List<String> from = op.regex() ? PATTERNS : VALUES;
            several.add(
                    new Matcher(NAMES.get(random.nextInt(NAMES.size())), op, from.get(random.nextInt(from.size()))));
        }
        return several.size() == 1 && random.nextBoolean() ? several.getFirst().toText() : Matcher.toText(several);
    }

    /** Plain where YAML lets it be, so that words like {@code yes} and {@code 010} stand there as people write them. */
    private String scalar(String text) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
        return plain && random.nextBoolean() ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
