package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.silence.Silence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A silence as its cluster holds it now, with the alerts it may hit.
 *
 * @param alerts of its cluster
 */
record HeldSilence(ClusterDesk cluster, Silence silence, List<Alert> alerts) {

    /**
     * Silences that were looked for.
     *
     * @param byId those that were found, in the order asked
     * @param missing one sentence; empty where every one was found
     */
    record Found(Map<String, HeldSilence> byId, String missing) {}

    /**
     * Looks for the ids in every cluster. One that several clusters hold, as after a copied data folder, is not found: it cannot
     * be told which of them is meant.
     */
    static Found find(ActionDesk desk, List<String> ids) throws InterruptedException {
        Map<String, HeldSilence> held = new LinkedHashMap<>();
        Map<String, String> twice = new HashMap<>();
        List<String> silent = new ArrayList<>();
        for (ClusterDesk cluster : desk.clusters()) {
            ClusterAnswer now = desk.read(cluster);
            if (now.members().isEmpty()) {
                silent.add(ActionDesk.silentSentence(now));
            }
            AlertBoard board = ActionDesk.board(now);
            for (ClusterSilence merged : board.silences()) {
                String id = merged.silence().id();
                HeldSilence other = held.put(id, new HeldSilence(cluster, merged.silence(), board.alerts()));
                if (other != null) {
                    twice.put(id, other.cluster().cluster() + " and " + cluster.cluster());
                }
            }
        }
        Map<String, HeldSilence> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            HeldSilence one = held.get(id);
            if (twice.containsKey(id)) {
                missing.add("silence " + id + " is held by " + twice.get(id)
                        + "; change it with a configuration of one of them");
            } else if (one != null) {
                found.put(id, one);
            } else {
                missing.add(silent.isEmpty() ? "no cluster has a silence " + id : String.join("; ", silent));
            }
        }
        return new Found(found, String.join("; ", missing.stream().distinct().toList()));
    }
}
