package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.alert.MemberAnswer;
import java.time.Duration;
import java.util.List;

/**
 * One member's answer with what only its neighbours need to know.
 *
 * @param peerName what its gossip peers call it; random at each start unless fixed; empty without a cluster
 * @param peerNames whom it knows, itself among them
 * @param roundTrip of the answer by whose Date header its clock is judged
 */
record MemberReading(MemberAnswer answer, String peerName, List<String> peerNames, Duration roundTrip) {

    MemberReading {
        peerNames = List.copyOf(peerNames);
    }

    boolean gossips() {
        return !"disabled".equals(answer.clusterStatus());
    }

    boolean settling() {
        return "settling".equals(answer.clusterStatus());
    }

    /** One naming the other is enough: a list that lags behind a restart is no partition. */
    boolean knows(MemberReading other) {
        return peerNames.contains(other.peerName) || other.peerNames.contains(peerName);
    }
}
