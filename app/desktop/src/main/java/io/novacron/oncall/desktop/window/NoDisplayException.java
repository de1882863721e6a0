package io.novacron.oncall.desktop.window;

/** JavaFX finds no display to show a window on; its own words are the message. */
public final class NoDisplayException extends Exception {

    private static final long serialVersionUID = 1L;

    NoDisplayException(UnsupportedOperationException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
