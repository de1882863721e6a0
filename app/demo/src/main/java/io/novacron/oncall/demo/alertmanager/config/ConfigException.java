package io.novacron.oncall.demo.alertmanager.config;

/** A configuration that Alertmanager would refuse, or one with something that the estate does not do. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
