package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when none of the alerts of an acknowledgement is listed. Absent is not resolved: three polls that every member
 * answered, two minutes, and members that run long enough to have been told of it again (alerts guide §4.4).
 *
 * @param since when the first of these polls saw it, by our own clock
 * @param polls how many did
 * @param sequence of the last one counted
 */
record AckAbsence(Instant since, int polls, long sequence) {

    private static final int POLLS = 3;
    private static final Duration LEAST = Duration.ofMinutes(2);
    private static final Duration SETTLED = Duration.ofMinutes(5);

    boolean proves(Instant now) {
        return polls >= POLLS && !now.isBefore(since.plus(LEAST));
    }

    /** Counts one answer of the cluster; null while an alert is listed. An answer that proves nothing changes nothing. */
    static @Nullable AckAbsence next(
            @Nullable AckAbsence before, AckRecord ack, Snapshot<ClusterAnswer> seen, AlertBoard board) {
        String cluster = seen.value().cluster();
        boolean listed =
                ack.keys().keySet().stream().anyMatch(name -> board.alert(new AlertKey(cluster, name)) != null);
        if (listed) {
            return null;
        }
        boolean counts = seen.value().silent().isEmpty()
                && !seen.value().members().isEmpty()
                && seen.value().members().stream()
                        .noneMatch(member ->
                                member.startedAt().isAfter(seen.observedAt().minus(SETTLED)));
        if (!counts || (before != null && before.sequence() == seen.sequence())) {
            return before;
        }
        return before == null
                ? new AckAbsence(seen.observedAt(), 1, seen.sequence())
                : new AckAbsence(before.since(), before.polls() + 1, seen.sequence());
    }
}
