package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.silence.Silence;
import java.util.LinkedHashMap;
import java.util.Map;

/** The silence that carries an acknowledgement of ours. */
record AckHeld(String cluster, String silenceId) {

    /** All that are active now; those of other tools are left out. */
    static Map<AckHeld, AckRecord> active(AlertBoard board) {
        Map<AckHeld, AckRecord> active = new LinkedHashMap<>();
        for (ClusterSilence merged : board.silences()) {
            Silence silence = merged.silence();
            AckRecord ack = silence.active() ? AckRecord.read(silence) : null;
            if (ack != null && !ack.foreign()) {
                active.put(new AckHeld(merged.cluster(), silence.id()), ack);
            }
        }
        return active;
    }
}
