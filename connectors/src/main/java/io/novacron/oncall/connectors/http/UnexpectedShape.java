package io.novacron.oncall.connectors.http;

import java.io.IOException;

/** A whole JSON document, but not one of this API: null, another root, a field of another type. */
public final class UnexpectedShape extends IOException {

    private static final long serialVersionUID = 1L;

    /** {@code found} completes the sentence "… answered FOUND instead of the API". */
    public UnexpectedShape(String found) {
        super(found);
    }

    String found() {
        String message = getMessage();
        return message == null ? "an unexpected shape" : message;
    }
}
