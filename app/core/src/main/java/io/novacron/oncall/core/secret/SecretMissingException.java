package io.novacron.oncall.core.secret;

/** A secret that is not where the configuration says; the message names the place and the way out, never a value. */
public final class SecretMissingException extends Exception {

    private static final long serialVersionUID = 1L;

    public SecretMissingException(String message) {
        super(message);
    }
}
