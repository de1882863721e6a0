package io.novacron.oncall.core.silence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One matcher of a silence or a filter: {@code name op value}. Order within a silence matters to the server (alerts guide
 * S1), so lists of matchers are kept as they came.
 */
public record Matcher(String name, Op op, String value) {

    /** The four operators, with the sign Alertmanager writes. */
    public enum Op {
        EQUAL("="),
        NOT_EQUAL("!="),
        REGEX("=~"),
        NOT_REGEX("!~");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        public boolean negative() {
            return this == NOT_EQUAL || this == NOT_REGEX;
        }

        public boolean regex() {
            return this == REGEX || this == NOT_REGEX;
        }

        /** From the wire's two flags; a missing {@code isEqual} of old servers means true (alerts guide S10). */
        public static Op of(boolean isEqual, boolean isRegex) {
            if (isRegex) {
                return isEqual ? REGEX : NOT_REGEX;
            }
            return isEqual ? EQUAL : NOT_EQUAL;
        }
    }

    /**
     * As Alertmanager prints it, value always in double quotes, name only where it must be; {@link MatcherParser} reads the
     * very same matcher back (alerts guide M6). Not safe to show: the text is the matcher's own.
     */
    public String toText() {
        boolean bare = !name.isEmpty() && name.chars().noneMatch(c -> Utf8Lexer.reserved((char) c));
        String shown = bare ? name : '"' + escape(name) + '"';
        return shown + op.sign() + '"' + escape(value) + '"';
    }

    /** All of them between braces, in their order. */
    public static String toText(List<Matcher> matchers) {
        return matchers.stream().map(Matcher::toText).collect(Collectors.joining(",", "{", "}"));
    }

    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    }

    public static Matcher equal(String name, String value) {
        return new Matcher(name, Op.EQUAL, value);
    }
}
