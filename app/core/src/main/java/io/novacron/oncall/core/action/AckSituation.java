package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import java.time.Instant;
import java.util.List;

/**
 * A cluster as all its members tell it at one moment, with its acknowledgements.
 *
 * @param serverNow that moment by a member's clock
 * @param readAt the same by our own
 */
record AckSituation(ClusterAnswer answer, AlertBoard board, List<AckCase> cases, Instant serverNow, Instant readAt) {

    AckSituation {
        cases = List.copyOf(cases);
    }

    static AckSituation read(ActionDesk desk, ClusterDesk cluster, AckMemory memory) throws InterruptedException {
        Instant readAt = desk.clock().now();
        Instant serverNow = readAt;
        for (Fetched<Probe> probe : desk.each(cluster, cluster.sink()::probe).values()) {
            if (probe instanceof Fetched.Answer<Probe> answer) {
                serverNow = answer.value().serverTime();
                break;
            }
        }
        ClusterAnswer answer = desk.read(cluster);
        AlertBoard board = desk.board(answer);
        return new AckSituation(answer, board, AckCase.all(answer, board, memory.gone()), serverNow, readAt);
    }

    /** Where to write to it: the whole cluster, its silent members too, or its own side of a split. */
    ClusterDesk place(ClusterDesk cluster, AckCase one) {
        return Partitions.of(answer).size() > 1 ? cluster.only(one.part()) : cluster;
    }
}
