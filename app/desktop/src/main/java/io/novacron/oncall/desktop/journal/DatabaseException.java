package io.novacron.oncall.desktop.journal;

/** The database cannot be used now; the message is one sentence that names the file and the way out. */
public final class DatabaseException extends Exception {

    private static final long serialVersionUID = 1L;

    DatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What is wrong and the way out, without a closing full stop. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
