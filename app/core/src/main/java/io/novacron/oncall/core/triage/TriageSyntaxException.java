package io.novacron.oncall.core.triage;

/** A filter that cannot be read. */
public final class TriageSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final int column;

    TriageSyntaxException(String text, int column) {
        super(text + " (column " + column + ")");
        this.text = text;
        this.column = column;
    }

    /** What is wrong and what is expected, one sentence, safe to show. */
    public String text() {
        return text;
    }

    /** Where in the filter, in characters (code points) counted from 1. */
    public int column() {
        return column;
    }
}
