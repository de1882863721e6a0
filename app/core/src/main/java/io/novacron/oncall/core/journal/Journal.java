package io.novacron.oncall.core.journal;

import java.time.Instant;
import java.util.List;

/**
 * The durable record of every write (reliability guide §9): an intent is committed before the request leaves, so that a
 * console which is killed in the middle knows afterwards what it may have done. Any thread; blocking.
 */
public interface Journal {

    /** Survives the loss of power once it returns. */
    void add(JournalEntry entry) throws JournalException;

    /**
     * All records, oldest first, of the actions of this environment that nobody knows the end of: the last word is an intent
     * and the console that wrote it runs no more, or the last word is that the outcome is unknown.
     */
    List<JournalRecord> unfinished() throws JournalException;

    /**
     * All records, oldest first, of the actions of this environment that posted a silence which was to end after {@code now},
     * and of those that ended one.
     */
    List<JournalRecord> standing(Instant now) throws JournalException;
}
