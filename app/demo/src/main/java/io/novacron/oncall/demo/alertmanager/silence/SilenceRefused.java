package io.novacron.oncall.demo.alertmanager.silence;

/** Why a silence is not taken, in the server's words. */
public final class SilenceRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    private SilenceRefused(String message, boolean unknown) {
        super(message);
        this.unknown = unknown;
    }

    static SilenceRefused invalid(String why) {
        return new SilenceRefused("invalid silence: " + why, false);
    }

    static SilenceRefused wrong(String why) {
        return new SilenceRefused("Failed to create silence: " + why, false);
    }

    static SilenceRefused unknown() {
        return new SilenceRefused("silence not found", true);
    }

    /** The server's words. */
    public String why() {
        return String.valueOf(getMessage());
    }

    /** Whether the id is what is wrong. */
    public boolean unknownId() {
        return unknown;
    }
}
