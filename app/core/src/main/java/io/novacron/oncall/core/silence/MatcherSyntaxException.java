package io.novacron.oncall.core.silence;

/** A text that is no matcher, or a matcher whose pattern is no regular expression of RE2. */
public final class MatcherSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final int column;

    MatcherSyntaxException(String text, int column) {
        super(text + " (column " + column + ")");
        this.text = text;
        this.column = column;
    }

    /** What is wrong and what is expected, one sentence, safe to show. */
    public String text() {
        return text;
    }

    /** Where in the parsed text, in characters (code points) counted from 1. */
    public int column() {
        return column;
    }
}
