package io.novacron.oncall.core.journal;

/** What can happen to an action. */
public sealed interface JournalEvent {

    /** It is about to be sent. */
    record Intent(Write write) implements JournalEvent {}

    /** A member (host:port) took it and named the silence. */
    record Accepted(String member, String silenceId) implements JournalEvent {}

    /**
     * It is over.
     *
     * @param outcome name of the outcome; as text, so that a newer console's is readable by an older one
     */
    record Ended(String outcome, String detail) implements JournalEvent {}
}
