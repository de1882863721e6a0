package io.novacron.oncall.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One action as the journal tells it.
 *
 * @param begun when the first intent was committed
 * @param lastIntent when the last one was
 * @param writes in the order they were intended
 * @param accepted in the order of the answers
 * @param ended the last word; null where an intent came after it or there is none
 */
public record JournalledAction(
        String id,
        String what,
        String cluster,
        String actor,
        Instant begun,
        Instant lastIntent,
        List<Write> writes,
        List<JournalEvent.Accepted> accepted,
        JournalEvent.@Nullable Ended ended) {

    public JournalledAction {
        writes = List.copyOf(writes);
        accepted = List.copyOf(accepted);
    }

    /** The same under another UUID. */
    public JournalledAction id(String other) {
        return new JournalledAction(other, what, cluster, actor, begun, lastIntent, writes, accepted, ended);
    }

    /** The actions of these records, in the order they began; records without any intent are left out. */
    public static List<JournalledAction> of(List<JournalRecord> records) {
        Map<String, List<JournalRecord>> byAction = new LinkedHashMap<>();
        for (JournalRecord record : records) {
            byAction.computeIfAbsent(record.entry().action(), id -> new ArrayList<>())
                    .add(record);
        }
        return byAction.values().stream()
                .filter(all -> all.stream().anyMatch(one -> one.entry().event() instanceof JournalEvent.Intent))
                .map(JournalledAction::fold)
                .toList();
    }

    private static JournalledAction fold(List<JournalRecord> records) {
        JournalRecord first = records.getFirst();
        Instant lastIntent = first.at();
        List<Write> writes = new ArrayList<>();
        List<JournalEvent.Accepted> accepted = new ArrayList<>();
        JournalEvent.Ended ended = null;
        for (JournalRecord record : records) {
            switch (record.entry().event()) {
                case JournalEvent.Intent(Write write) -> {
                    writes.add(write);
                    lastIntent = record.at();
                    ended = null;
                }
                case JournalEvent.Accepted answer -> accepted.add(answer);
                case JournalEvent.Ended end -> ended = end;
            }
        }
        return new JournalledAction(
                first.entry().action(),
                first.entry().what(),
                first.entry().cluster(),
                first.by().actor(),
                first.at(),
                lastIntent,
                writes,
                accepted,
                ended);
    }
}
