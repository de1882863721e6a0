package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.silence.Silence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two acknowledgements of one firing: made at the same moment, on the two sides of a split, or by a member that answered late.
 * The smaller id stays, its record takes the other's names, and the other ends (alerts guide §4.3, reliability guide F53).
 */
record AckTwins(Silence keep, Silence drop) {

    /** Only what every member that answered holds: while a cluster is split, each side needs its own. */
    static List<AckTwins> of(ClusterAnswer answer, AlertBoard board) {
        if (Partitions.of(answer).size() != 1) {
            return List.of();
        }
        Map<String, Silence> active = new LinkedHashMap<>();
        board.silences().stream()
                .filter(merged -> merged.cluster().equals(answer.cluster()))
                .filter(merged -> merged.silence().active())
                .filter(merged -> merged.seenOn().size() == answer.members().size())
                .map(ClusterSilence::silence)
                .filter(silence -> ours(silence))
                .sorted(Comparator.comparing(Silence::id))
                .forEach(silence -> active.put(silence.id(), silence));
        List<AckTwins> twins = new ArrayList<>();
        List<Silence> byId = List.copyOf(active.values());
        for (int larger = byId.size() - 1; larger > 0; larger--) {
            for (int smaller = 0; smaller < larger; smaller++) {
                AckTwins pair = new AckTwins(byId.get(smaller), byId.get(larger));
                if (pair.oneIsEnough(answer.cluster(), board)) {
                    twins.add(pair);
                    break;
                }
            }
        }
        return twins;
    }

    /** The smaller one must count for every alert that the larger one keeps quiet; at least one of them must fire. */
    private boolean oneIsEnough(String cluster, AlertBoard board) {
        AckRecord small = AckRecord.read(keep);
        AckRecord large = AckRecord.read(drop);
        if (small == null || large == null) {
            return false;
        }
        if (!small.id().isEmpty()
                && small.id().equals(large.id())
                && keep.matchers().equals(drop.matchers())) {
            return true;
        }
        boolean shared = false;
        for (String fingerprint : large.keys().keySet()) {
            Alert alert = board.alert(new AlertKey(cluster, fingerprint));
            if (alert == null) {
                continue;
            }
            boolean counts = alert.ack() != null
                    && alert.silencedBy().contains(keep.id())
                    && small.keys().containsKey(fingerprint)
                    && !alert.startsAt().isAfter(small.keys().get(fingerprint));
            if (!counts) {
                return false;
            }
            shared = true;
        }
        return shared;
    }

    private static boolean ours(Silence silence) {
        AckRecord ack = AckRecord.read(silence);
        return ack != null && !ack.foreign();
    }
}
