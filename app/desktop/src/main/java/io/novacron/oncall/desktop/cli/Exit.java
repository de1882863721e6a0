package io.novacron.oncall.desktop.cli;

/** Exit codes, a contract with scripts. */
final class Exit {

    static final int DONE = 0;
    /** The answer is "no": alerts fire, a check failed, nothing matches. */
    static final int NO = 1;
    /** Usage or configuration. */
    static final int USAGE = 2;
    /** A source failed, or an outcome is not EFFECTIVE; beats {@link #NO}. */
    static final int SOURCE = 3;
    /** Refused by role or safety rule. */
    static final int REFUSED = 4;
    /** A fault of our own. */
    static final int FAULT = 70;
    /** As a shell reports a program ended by Ctrl-C. */
    static final int CANCELLED = 130;

    private Exit() {}
}
