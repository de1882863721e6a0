package io.novacron.oncall.contract;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Labels, matchers and texts that look like matchers, made to provoke disagreement; the same for the same random. */
final class MatcherWords {

    private static final List<String> CLASSIC_NAMES = List.of("alertname", "host", "_x", "a1");
    private static final List<String> UTF8_NAMES = List.of("host.name", "a b", "é", "🙂", "quo\"te");
    private static final List<String> VALUES = List.of(
            "a",
            "b",
            "ab",
            "A",
            "é",
            "É",
            "🙂",
            "a|b",
            ".*",
            "^a$",
            "a\nb",
            "a\n",
            "a\rb",
            "a\u0085b",
            "\u00a0a",
            " a ",
            "a\"b",
            "a\\b",
            "\\",
            "\"",
            "{a}",
            "a,b",
            "a=b",
            "<b>x</b>",
            "\u202ea",
            "web1",
            "web\\d+",
            "ſ",
            "K",
            "a\u0001b",
            "(?i)a",
            "日本",
            "'a'",
            "%41",
            "a+b",
            "a&b#c",
            "true",
            "0");
    private static final List<String> PATTERN_PIECES = List.of(
            "a",
            "b",
            "é",
            "É",
            "🙂",
            ".",
            ".",
            ".*",
            ".+",
            "|",
            "|",
            "\\d",
            "\\w+",
            "\\pL",
            "\\p{Greek}",
            "\\b",
            "[a-c]",
            "[^a]",
            "[[:alpha:]]",
            "[a&&b]",
            "(?i)",
            "(?s)",
            "(",
            ")",
            "(?:a|b)",
            "*",
            "+",
            "?",
            "{2}",
            "{0,3}",
            "{{2}",
            "^",
            "$",
            "\\A",
            "\\z",
            "\\Q.\\E",
            "\\.",
            "\\\\",
            "\\é",
            "\\n",
            "\n",
            "\\x{e9}",
            "web",
            "{1001}");
    private static final List<String> TEXT_PIECES = List.of(
            "host",
            "a1",
            "0",
            "host.name",
            "\"a b\"",
            "=",
            "!=",
            "=~",
            "!~",
            "=",
            "=",
            "!",
            "~",
            "\"",
            "\"",
            "\"\"",
            "\"a\"",
            "\"ab\"",
            "\\",
            "\\\\",
            "\\\"",
            "\\n",
            "\\x41",
            "\\xc3\\xa9",
            "\\xff",
            "\\u00e9",
            "\\101",
            "\\q",
            "{",
            "}",
            ",",
            " ",
            "\t",
            "\n",
            "\u000b",
            "\u0085",
            "\u00a0",
            "é",
            "🙂",
            "'",
            "`",
            "(",
            "|",
            "[a-z]",
            "a",
            "b",
            "web");

    private final Random random;
    private final List<String> names;

    MatcherWords(Random random, Dialect dialect) {
        this.random = random;
        List<String> known = new ArrayList<>(CLASSIC_NAMES);
        if (dialect != Dialect.CLASSIC) {
            known.addAll(UTF8_NAMES);
        }
        this.names = List.copyOf(known);
    }

    /** Some of the names, each with a value that is not empty: servers drop empty labels. */
    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        for (String name : names) {
            if (random.nextInt(3) > 0) {
                labels.put(name, random.nextInt(5) > 0 ? one(VALUES) : one(VALUES) + one(VALUES));
            }
        }
        return labels;
    }

    /** One to three matchers; some patterns are no regular expressions. */
    List<Matcher> matchers() {
        List<Matcher> matchers = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            Matcher.Op op = one(List.of(Matcher.Op.values()));
            String name = random.nextInt(6) > 0 ? one(names) : "missing";
            matchers.add(new Matcher(name, op, op.regex() ? pattern() : value()));
        }
        return matchers;
    }

    /** A text near a matcher: a good one with a fault, or pieces in any order. */
    String text() {
        if (random.nextInt(3) == 0) {
            return pieces(TEXT_PIECES, random.nextInt(8));
        }
        String name = one(List.of("host", " a1 ", "host.name", "\"a b\"", "é", "_x"));
        String quote = random.nextInt(3) > 0 ? "\"" : "";
        String text = name
                + one(List.of("=", "!=", "=~", "!~", " = "))
                + quote
                + pieces(TEXT_PIECES, random.nextInt(4))
                + quote;
        return random.nextInt(8) == 0 ? text + one(List.of(",", "}", " ", ",a=b")) : text;
    }

    private String value() {
        return random.nextInt(8) == 0 ? "" : one(VALUES);
    }

    private String pattern() {
        return random.nextInt(8) == 0
                ? one(List.of("", ".*", ".+", "a|", "(?:)"))
                : pieces(PATTERN_PIECES, random.nextInt(1, 4));
    }

    private String pieces(List<String> pieces, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(one(pieces));
        }
        return text.toString();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
