package io.novacron.oncall.desktop.cli;

/** Ends a command with an exit code and sentences for standard error; the sentences are safe to show. */
final class Stop extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String text;

    Stop(int exit, String text) {
        super(text);
        this.exit = exit;
        this.text = text;
    }

    static Stop usage(String text) {
        return new Stop(Exit.USAGE, text);
    }

    static Stop source(String text) {
        return new Stop(Exit.SOURCE, text);
    }

    int exit() {
        return exit;
    }

    /** One sentence a line. */
    String text() {
        return text;
    }
}
