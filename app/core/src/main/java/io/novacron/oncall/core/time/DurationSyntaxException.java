package io.novacron.oncall.core.time;

/** A text that is no duration; the message is one sentence that names the text, the place and what is expected. */
public final class DurationSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int column;

    DurationSyntaxException(String message, int column) {
        super(message);
        this.column = column;
    }

    /** Where in the text, counted from 1. */
    public int column() {
        return column;
    }
}
