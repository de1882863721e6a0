package io.novacron.oncall.connectors.http;

/**
 * Three 401 in a row to one and the same credential, and the member is not asked again until the credential changes: no
 * retry storm, no locked account (reliability guide §2, F16). Any thread.
 */
final class Lockout {

    private static final int TRIES = 3;

    private String refused = "";
    private int times;

    /** True if asking with this credential is of no use and does harm. */
    synchronized boolean holds(String authorization) {
        return times >= TRIES && refused.equals(authorization);
    }

    synchronized void answered(String authorization, int status) {
        if (status != 401 || authorization.isEmpty()) {
            times = 0;
        } else if (refused.equals(authorization)) {
            times++;
        } else {
            refused = authorization;
            times = 1;
        }
    }
}
