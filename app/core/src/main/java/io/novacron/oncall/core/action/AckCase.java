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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One acknowledgement of ours as it stands at one moment.
 *
 * @param silence its newest copy
 * @param everywhere every member that answered holds it active
 * @param ended a member that answered holds it expired: somebody ended it
 * @param fires a firing that it was made for goes on
 * @param again none does, and one of its alerts fires anew behind it
 * @param gone since when none of its alerts is listed; null while one is
 */
record AckCase(
        String cluster,
        Silence silence,
        AckRecord ack,
        boolean everywhere,
        boolean ended,
        boolean fires,
        boolean again,
        @Nullable AckAbsence gone) {

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
        for (Map.Entry<String, Instant> made : ack.keys().entrySet()) {
            Alert alert = board.alert(new AlertKey(answer.cluster(), made.getKey()));
            if (alert != null) {
                boolean same = !alert.startsAt().isAfter(made.getValue())
                        || (alert.ack() != null && alert.ack().silenceId().equals(silence.id()));
                fires |= same;
                again |= !same && alert.ack() == null && alert.silencedBy().contains(silence.id());
            }
        }
        boolean everywhere = states.size() == answer.members().size()
                && states.values().stream().allMatch(state -> state == SilenceState.ACTIVE);
        return new AckCase(
                answer.cluster(),
                silence,
                ack,
                everywhere,
                states.containsValue(SilenceState.EXPIRED),
                fires,
                again && !fires,
                gone);
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
