package io.novacron.oncall.core.journal;

import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A journal that forgets everything with its test; every console that ever wrote into it counts as dead. */
public final class MemoryJournal implements Journal {

    private final Clock clock;
    private final List<JournalRecord> records = new ArrayList<>();

    /** The disk is full. */
    public boolean full;

    public MemoryJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void add(JournalEntry entry) throws JournalException {
        if (full) {
            throw new JournalException("JOURNAL NOT WRITABLE: the disk is full", new IOException("no space"));
        }
        Signature by = new Signature("test", "ana", "host", "1", "0");
        records.add(new JournalRecord(records.size() + 1L, clock.now(), by, entry));
    }

    public synchronized List<JournalRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public List<JournalRecord> unfinished() {
        return of(action -> action.ended() == null || action.ended().outcome().equals("UNKNOWN"));
    }

    @Override
    public List<JournalRecord> standing(Instant now) {
        return of(action -> action.writes().stream().anyMatch(write -> switch (write) {
            case Write.Post(var spec) -> spec.endsAt().isAfter(now);
            case Write.Expire _ -> true;
            case Write.Page _ -> false;
            case Write.Resolve _ -> false;
        }));
    }

    private List<JournalRecord> of(Predicate<JournalledAction> which) {
        Set<String> ids = new HashSet<>();
        JournalledAction.of(records()).stream().filter(which).forEach(action -> ids.add(action.id()));
        return records().stream()
                .filter(record -> ids.contains(record.entry().action()))
                .toList();
    }
}
