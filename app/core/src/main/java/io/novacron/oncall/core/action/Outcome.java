package io.novacron.oncall.core.action;

/** How a write ended, best first. */
public enum Outcome {
    /** Proved on every member that can be reached. */
    EFFECTIVE,
    /** Taken by a member, but its effect was not seen in time. */
    ACCEPTED,
    /** It may or may not have happened. */
    UNKNOWN,
    /** It did not happen, or did not last. */
    FAILED
}
