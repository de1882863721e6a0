package io.novacron.oncall.core.routing;

/** A configuration that Alertmanager would refuse; the message is one sentence that names the place, safe to show. */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong, where, and what is expected. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
