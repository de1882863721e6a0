package io.novacron.oncall.views.firing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import java.util.Comparator;
import java.util.List;

/// The silences of its cluster that have ended and whose matchers hit an alert, the latest to end first. Servers list
/// them for days (alerts guide S9); before that nothing is known of them.
record EndedSilences(List<ClusterSilence> ended) {

    EndedSilences {
        ended = List.copyOf(ended);
    }

    /// Compares every ended silence of the cluster: not for the JavaFX thread.
    static EndedSilences of(Alert alert, AlertBoard board) {
        return new EndedSilences(board.silences().stream()
                .filter(held -> held.cluster().equals(alert.key().cluster()))
                .filter(held -> held.silence().state() == SilenceState.EXPIRED)
                .filter(held -> hits(held.silence(), alert))
                .sorted(Comparator.comparing(
                                (ClusterSilence held) -> held.silence().endsAt())
                        .reversed()
                        .thenComparing(held -> held.silence().id()))
                .toList());
    }

    /// One whose matchers this program cannot read is not claimed to have hit.
    private static boolean hits(Silence silence, Alert alert) {
        try {
            return !silence.matchers().isEmpty()
                    && Matching.of(silence.matchers()).matches(alert.labels());
        } catch (MatcherSyntaxException e) {
            return false;
        }
    }
}
