package io.novacron.oncall.core.journal;

/** The journal cannot be read or written; the message is one sentence that names the file and the way out. */
public final class JournalException extends Exception {

    private static final long serialVersionUID = 1L;

    public JournalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What is wrong and the way out, without a closing full stop. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
