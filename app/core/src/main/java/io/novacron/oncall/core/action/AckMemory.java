package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.store.Snapshot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of one cluster from poll to poll: since when alerts are gone, and what they looked like. Only of
 * what an active acknowledgement names, and of a bounded number of those.
 *
 * @param gone by silence id
 * @param last by fingerprint, as it was listed last
 */
record AckMemory(Map<String, AckAbsence> gone, Map<String, Last> last) {

    static final AckMemory NONE = new AckMemory(Map.of(), Map.of());

    private static final int MOST = 1_000;

    record Last(Labels labels, Map<String, String> annotations) {}

    AckMemory {
        gone = Map.copyOf(gone);
        last = Map.copyOf(last);
    }

    AckMemory next(Snapshot<ClusterAnswer> seen, AlertBoard board) {
        String cluster = seen.value().cluster();
        Map<String, AckAbsence> nextGone = new HashMap<>();
        Map<String, Last> nextLast = new HashMap<>();
        for (ClusterSilence merged : board.silences()) {
            AckRecord ack = merged.cluster().equals(cluster) && merged.silence().active()
                    ? AckRecord.read(merged.silence())
                    : null;
            if (ack == null || ack.foreign() || nextGone.size() >= MOST || nextLast.size() >= MOST) {
                continue;
            }
            String id = merged.silence().id();
            AckAbsence absence = AckAbsence.next(gone.get(id), ack, seen, board);
            if (absence != null) {
                nextGone.put(id, absence);
            }
            for (String fingerprint : ack.keys().keySet()) {
                Last known = last(board.alert(new AlertKey(cluster, fingerprint)), fingerprint);
                if (known != null) {
                    nextLast.put(fingerprint, known);
                }
            }
        }
        return new AckMemory(nextGone, nextLast);
    }

    private @Nullable Last last(@Nullable Alert listed, String fingerprint) {
        return listed == null ? last.get(fingerprint) : new Last(listed.labels(), listed.annotations());
    }
}
