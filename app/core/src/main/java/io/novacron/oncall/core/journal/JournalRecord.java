package io.novacron.oncall.core.journal;

import java.time.Instant;

/**
 * An entry as the journal keeps it.
 *
 * @param sequence its order; times may jump, this does not
 */
public record JournalRecord(long sequence, Instant at, Signature by, JournalEntry entry) {}
