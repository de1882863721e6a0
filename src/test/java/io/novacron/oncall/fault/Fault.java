package io.novacron.oncall.fault;

/** What can happen to one exchange on its way (the words are Toxiproxy's where it has one). */
public enum Fault {
    NONE(Kind.NONE),
    /** The connection is reset once the request is read; the server carries it out. */
    RESET_DONE(Kind.RESET),
    /** The same, but the server never hears of it. */
    RESET_LOST(Kind.RESET),
    /** The server carries it out, and no byte of the answer comes back. */
    STALL_DONE(Kind.STALL),
    /** Nothing reaches the server, and no byte comes back. */
    STALL_LOST(Kind.STALL),
    /** Nothing comes back; once the client has given up, the server carries it out all the same. */
    STALL_LATE(Kind.STALL),
    /** The server carries it out; a proxy answers 502. */
    ERROR_DONE(Kind.ERROR),
    /** A proxy answers 503 in the server's place. */
    ERROR_LOST(Kind.ERROR),
    /** The answer breaks off in the middle. */
    CUT_BODY(Kind.CUT),
    /** The answer breaks off in its first line. */
    CUT_HEAD(Kind.CUT),
    /** The answer comes in pieces of a few bytes. */
    SLICED(Kind.SLOW),
    /** Both ways take a while. */
    LATENCY(Kind.SLOW);

    /** Faults that look alike from outside. */
    public enum Kind {
        NONE,
        RESET,
        STALL,
        ERROR,
        CUT,
        SLOW
    }

    private final Kind kind;

    Fault(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
