package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One acknowledgement of ours as it stands at one moment.
 *
 * @param silence its newest copy
 * @param part the members that can hold it: all that answered, or those of its side of a split
 * @param everywhere each of them holds it active
 * @param ended a member that answered holds it expired: somebody ended it
 * @param fires a firing that it was made for goes on
 * @param again none does, and one of its alerts fires anew behind it
 * @param gone since when none of its alerts is listed; null while one is
 */
record AckCase(
        String cluster,
        Silence silence,
        AckRecord ack,
        Set<String> part,
        boolean everywhere,
        boolean ended,
        boolean fires,
        boolean again,
        @Nullable AckAbsence gone) {

    AckCase {
        part = Set.copyOf(part);
    }

    /** All that some member still holds active. */
    static List<AckCase> all(ClusterAnswer answer, AlertBoard board, Map<String, AckAbsence> gone) {
        List<AckCase> cases = new ArrayList<>();
        for (ClusterSilence merged : board.silences()) {
            if (!merged.cluster().equals(answer.cluster())) {
                continue;
            }
            Silence silence = merged.silence();
            AckRecord ack = AckRecord.read(silence);
            Map<String, SilenceState> states = states(answer, silence.id());
            if (ack == null || ack.foreign() || !states.containsValue(SilenceState.ACTIVE)) {
                continue;
            }
            cases.add(of(answer, board, silence, ack, states, gone.get(silence.id())));
        }
        return cases;
    }

    private static AckCase of(
            ClusterAnswer answer,
            AlertBoard board,
            Silence silence,
            AckRecord ack,
            Map<String, SilenceState> states,
            @Nullable AckAbsence gone) {
        boolean fires = false;
        boolean again = false;
        boolean listed = false;
        for (Map.Entry<String, Instant> made : ack.keys().entrySet()) {
            Alert alert = board.alert(new AlertKey(answer.cluster(), made.getKey()));
            if (alert != null) {
                listed = true;
                boolean same = !alert.startsAt().isAfter(made.getValue())
                        || (alert.ack() != null && alert.ack().silenceId().equals(silence.id()));
                fires |= same;
                again |= !same && alert.ack() == null && alert.silencedBy().contains(silence.id());
            }
        }
        Set<String> part = new TreeSet<>();
        Partitions.of(answer).stream()
                .filter(members -> !Collections.disjoint(members, states.keySet()))
                .forEach(part::addAll);
        boolean everywhere = part.equals(states.keySet())
                && states.values().stream().allMatch(state -> state == SilenceState.ACTIVE);
        return new AckCase(
                answer.cluster(),
                silence,
                ack,
                part,
                everywhere,
                states.containsValue(SilenceState.EXPIRED),
                fires,
                again && !fires,
                listed ? null : gone);
    }

    private static Map<String, SilenceState> states(ClusterAnswer answer, String id) {
        Map<String, SilenceState> states = new TreeMap<>();
        for (MemberAnswer member : answer.members()) {
            for (Silence silence : member.silences()) {
                if (silence.id().equals(id)) {
                    states.put(member.member(), silence.state());
                }
            }
        }
        return states;
    }

    List<AlertKey> keys() {
        return ack.keys().keySet().stream()
                .map(name -> new AlertKey(cluster, name))
                .toList();
    }
}
