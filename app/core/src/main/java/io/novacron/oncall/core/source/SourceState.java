package io.novacron.oncall.core.source;

/** States of a source, worst first (reliability guide §1). Several may hold at once; {@link #LIVE} only alone. */
public enum SourceState {
    /** TLS: its certificate or protocol is not one we trust. */
    UNTRUSTED,
    /** It refused our credential (401, 403), or we could not read ours. */
    DENIED,
    /** No answer, or an answer that is not the API's. */
    UNREACHABLE,
    /** The last good answer is older than 5 intervals + 10 s. */
    STALE,
    /** The last good answer is older than 2 intervals + 10 s, or none came yet. */
    LATE,
    /** Members of one cluster do not know each other. */
    SPLIT,
    /** A member has joined its cluster but not caught up. */
    SETTLING,
    /** Its clock is off by more than 30 s, or clocks of members differ by more than 1 s. */
    SKEWED,
    /** The answer says it is incomplete, or a member did not answer. */
    PARTIAL,
    /** Suddenly nothing, where there was something. */
    EMPTY_SUSPECT,
    LIVE
}
