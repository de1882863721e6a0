package io.novacron.oncall.core.journal;

/**
 * One thing that happened to an action.
 *
 * @param action UUID of the action; the silence it makes carries it, too
 * @param what for the operator, for instance {@code acknowledge HighLatency}
 */
public record JournalEntry(String action, String what, String cluster, JournalEvent event) {}
