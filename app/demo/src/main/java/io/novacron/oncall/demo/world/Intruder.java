package io.novacron.oncall.demo.world;

/** Who is behind {@link Aspect#LOGIN_FAILURES}: what metrics, logs and traces name as the origin of those logins. */
public final class Intruder {

    /** From the block that RFC 5737 keeps for documentation. */
    public static final String ADDRESS = "203.0.113.66";

    public static final String TENANT = "kestrel";
    /** The account whose password is guessed. */
    public static final String USER = "backup@kestrel.example";

    private Intruder() {}
}
