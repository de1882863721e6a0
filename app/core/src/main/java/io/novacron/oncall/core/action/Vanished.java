package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.journal.JournalEvent;
import io.novacron.oncall.core.journal.JournalRecord;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.journal.Write;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A silence of this console that a member took, that we did not end, that was to go on, and that no member lists any more: a
 * member that died before it wrote its silences down takes them with it (alerts guide S14, reliability guide F54).
 *
 * @param spec as it was last written, whole
 */
public record Vanished(JournalledAction action, String silenceId, SilenceSpec spec) {

    /** By then every member has heard of it. */
    private static final Duration GOSSIP = Duration.ofSeconds(30);

    /**
     * Those of the journalled silences that are gone.
     *
     * @param standing records of the actions whose silence was to end after {@code now}
     * @param answers the newest answers; a cluster without one, or of which no member answers, is not judged
     */
    public static List<Vanished> of(List<JournalRecord> standing, Collection<ClusterAnswer> answers, Instant now) {
        Map<String, Set<String>> listed = new HashMap<>(); // ids, and the UUIDs of what goes on under another id
        for (ClusterAnswer answer : answers) {
            if (!answer.members().isEmpty()) {
                Set<String> ids = listed.computeIfAbsent(answer.cluster(), name -> new HashSet<>());
                for (MemberAnswer member : answer.members()) {
                    for (Silence silence : member.silences()) {
                        ids.add(silence.id());
                        if (silence.state() != SilenceState.EXPIRED) {
                            ids.add(SilenceTag.id(silence));
                        }
                    }
                }
            }
        }
        Map<String, JournalledAction> actions = new HashMap<>();
        JournalledAction.of(standing).forEach(action -> actions.put(action.id(), action));
        List<Vanished> vanished = new ArrayList<>();
        written(standing).forEach((id, write) -> {
            JournalledAction action = actions.get(write.action());
            if (action != null
                    && listed.containsKey(action.cluster())
                    && !listed.get(action.cluster()).contains(id)
                    && !listed.get(action.cluster()).contains(SilenceTag.id(write.spec()))
                    && write.spec().endsAt().isAfter(now)
                    && write.at().plus(GOSSIP).isBefore(now)) {
                vanished.add(new Vanished(action, id, write.spec()));
            }
        });
        return vanished;
    }

    private record Written(String action, SilenceSpec spec, Instant at) {}

    /** Silence id to what was last written under it, without what we meant to end or replaced. */
    private static Map<String, Written> written(List<JournalRecord> records) {
        Map<String, SilenceSpec> intended = new HashMap<>();
        Map<String, Written> written = new LinkedHashMap<>();
        for (JournalRecord record : records) {
            String action = record.entry().action();
            switch (record.entry().event()) {
                case JournalEvent.Intent(Write.Post(SilenceSpec spec)) -> intended.put(action, spec);
                case JournalEvent.Intent(Write.Expire(String id)) -> {
                    intended.remove(action);
                    written.remove(id);
                }
                case JournalEvent.Intent(Write.Resolve _) -> intended.remove(action);
                case JournalEvent.Accepted(String member, String id) -> {
                    SilenceSpec spec = intended.get(action);
                    if (spec != null) {
                        written.remove(spec.id());
                        written.put(id, new Written(action, spec, record.at()));
                    }
                }
                case JournalEvent.Ended _ -> {
                    // what it says is looked for on the members
                }
            }
        }
        return written;
    }
}
