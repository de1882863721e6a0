package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.journal.JournalEvent;
import io.novacron.oncall.core.journal.JournalRecord;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.journal.Write;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.silence.SilenceTag;
import io.novacron.oncall.core.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A silence of this console that a member took, that we did not end, that was to go on, and that no member on its side of the
 * cluster lists any more: a member that died before it wrote its silences down takes them with it (alerts guide S14,
 * reliability guide F54).
 *
 * @param spec as it was last written, whole
 */
public record Vanished(JournalledAction action, String silenceId, SilenceSpec spec) {

    /** By then every member has heard of it. */
    private static final Duration GOSSIP = Duration.ofSeconds(10);

    public String cluster() {
        return action.cluster();
    }

    /** The acknowledgement that it was; null for a planned silence. */
    public @Nullable AckRecord ack() {
        return AckRecord.read(asSilence(spec));
    }

    /**
     * Those of the journalled silences that are gone.
     *
     * @param standing records of the actions whose silence was to end after {@code now}
     * @param answers the newest answers; a cluster without one, or without one since the write, is not judged
     */
    public static List<Vanished> of(
            List<JournalRecord> standing, Collection<Snapshot<ClusterAnswer>> answers, Instant now) {
        Map<String, Snapshot<ClusterAnswer>> byCluster = new HashMap<>();
        answers.forEach(answer -> byCluster.put(answer.value().cluster(), answer));
        Map<String, JournalledAction> actions = new HashMap<>();
        JournalledAction.of(standing).forEach(action -> actions.put(action.id(), action));
        List<Vanished> vanished = new ArrayList<>();
        written(standing).forEach((id, write) -> {
            JournalledAction action = actions.get(write.action());
            Snapshot<ClusterAnswer> seen = action == null ? null : byCluster.get(action.cluster());
            if (action != null
                    && seen != null
                    && write.spec().endsAt().isAfter(now)
                    && write.at().plus(GOSSIP).isBefore(seen.observedAt())) {
                ClusterAnswer side = side(seen.value(), write.member());
                if (!side.members().isEmpty() && !lists(side, id, write.spec())) {
                    vanished.add(new Vanished(action, id, write.spec()));
                }
            }
        });
        return vanished;
    }

    /** The members that can know of what this one took; all that answered where it is not among them. */
    private static ClusterAnswer side(ClusterAnswer answer, String member) {
        return Partitions.of(answer).stream()
                .filter(part -> part.contains(member))
                .findFirst()
                .map(answer::only)
                .orElse(answer);
    }

    /** One that has ended is not lost; nor is one that goes on under another id. */
    private static boolean lists(ClusterAnswer now, String id, SilenceSpec spec) {
        return now.members().stream()
                .flatMap(member -> member.silences().stream())
                .anyMatch(silence -> silence.id().equals(id) || goesOn(silence, spec));
    }

    private static boolean goesOn(Silence silence, SilenceSpec spec) {
        String intent = SilenceTag.intent(spec);
        return silence.state() != SilenceState.EXPIRED
                && !intent.isEmpty()
                && SilenceTag.intent(silence).equals(intent);
    }

    /** What says the same now on these members; null where nothing does. */
    @Nullable
    Silence back(ClusterAnswer now) {
        return now.members().stream()
                .flatMap(member -> member.silences().stream())
                .filter(silence -> silence.state() != SilenceState.EXPIRED)
                .filter(silence -> silence.id().equals(silenceId) || goesOn(silence, spec))
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether something is lost without it: a planned silence always, an acknowledgement while a firing that it was made for
     * goes on unacknowledged. A new firing is not the one that somebody took (alerts guide §4.1).
     */
    boolean missed(AlertBoard board) {
        AckRecord ack = ack();
        if (ack == null) {
            return true;
        }
        return ack.keys().entrySet().stream().anyMatch(made -> {
            AlertKey key = new AlertKey(cluster(), made.getKey());
            Alert alert = board.alert(key);
            return alert != null
                    && alert.ack() == null
                    && !(alert.startsAt().isAfter(made.getValue()) && board.startWitnessed(key));
        });
    }

    private static Silence asSilence(SilenceSpec spec) {
        return new Silence(
                spec.id(),
                SilenceState.ACTIVE,
                spec.matchers(),
                spec.startsAt(),
                spec.endsAt(),
                spec.startsAt(),
                spec.createdBy(),
                spec.comment(),
                spec.annotations());
    }

    private record Written(String action, String member, SilenceSpec spec, Instant at) {}

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
                case JournalEvent.Intent(Write.Page _) -> intended.remove(action);
                case JournalEvent.Intent(Write.Resolve _) -> intended.remove(action);
                case JournalEvent.Accepted(String member, String id) -> {
                    SilenceSpec spec = intended.get(action);
                    if (spec != null) {
                        written.remove(spec.id());
                        written.put(id, new Written(action, member, spec, record.at()));
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
