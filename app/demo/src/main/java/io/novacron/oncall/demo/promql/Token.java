package io.novacron.oncall.demo.promql;

/**
 * A word of PromQL.
 *
 * @param text as written, but a string's text is what it stands for
 * @param at where it begins, in characters from 0
 */
record Token(Kind kind, String text, int at) {

    enum Kind {
        /** A name, a keyword, an operator made of letters, {@code Inf} or {@code NaN}. */
        WORD,
        NUMBER,
        DURATION,
        STRING,
        /** An operator or a bracket. */
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether this is the keyword, in whatever case. */
    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** For messages. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the expression";
            case STRING -> "string \"" + text + "\"";
            default -> "\"" + text + "\"";
        };
    }
}
