package io.novacron.oncall.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What one look at all clusters shows of their acknowledgements.
 *
 * @param answers the latest good answer of each cluster; {@code board} is what they add up to
 * @param endedHere ids of the silences that this console ended itself
 * @param kept clusters in which another program extends acknowledgements, so that a near end means nothing
 * @param operator whom to remind, as the name stands in a record
 */
public record AckSight(
        List<ClusterAnswer> answers,
        AlertBoard board,
        Set<String> endedHere,
        Set<String> kept,
        String operator,
        Instant now) {

    public AckSight {
        answers = List.copyOf(answers);
        endedHere = Set.copyOf(endedHere);
        kept = Set.copyOf(kept);
    }

    /** True where every member of the cluster answered, so that what is absent is absent. */
    boolean complete(String cluster) {
        return answers.stream()
                .anyMatch(answer ->
                        answer.cluster().equals(cluster) && answer.silent().isEmpty());
    }
}
