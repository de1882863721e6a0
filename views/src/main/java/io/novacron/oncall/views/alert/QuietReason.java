package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.silence.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One of the things that keep an alert from paging. Pure.
sealed interface QuietReason {
    /// A silence that hits it; empty where the server names a silence it does not list.
    record Silenced(String id, Optional<Silence> silence) implements QuietReason {}

    /// An alert that inhibits it; empty where that alert is not on the board. There may be others (alerts guide S11).
    record Inhibited(String fingerprint, Optional<Alert> by) implements QuietReason {}

    /// A time interval of the server's configuration.
    record Muted(String interval) implements QuietReason {}

    /// All of them; the silence that carries the acknowledgement is left out, it is told by itself.
    static List<QuietReason> of(Alert alert, AlertBoard board) {
        var reasons = new ArrayList<QuietReason>();
        Ack ack = alert.ack();
        String cluster = alert.key().cluster();
        for (String id : alert.silencedBy()) {
            if (ack == null || !ack.silenceId().equals(id)) {
                ClusterSilence held = board.silence(cluster, id);
                reasons.add(new Silenced(id, Optional.ofNullable(held).map(ClusterSilence::silence)));
            }
        }
        for (String fingerprint : alert.inhibitedBy()) {
            Optional<Alert> by = Optional.ofNullable(board.alert(new AlertKey(cluster, fingerprint)));
            reasons.add(new Inhibited(fingerprint, by));
        }
        alert.mutedBy().forEach(interval -> reasons.add(new Muted(interval)));
        return reasons;
    }

    /// In a few words, for a column. Text from outside: not escaped yet.
    default String brief() {
        return switch (this) {
            case Silenced(String id, Optional<Silence> silence) ->
                "by "
                        + silence.map(held -> held.createdBy() + ": " + comment(held))
                                .orElse(id);
            case Inhibited(String fingerprint, Optional<Alert> by) ->
                "by " + by.map(Alert::name).orElse(fingerprint);
            case Muted(String interval) -> "by " + interval;
        };
    }

    /// The comment without the mark by which the console finds its own silences again.
    static String comment(Silence silence) {
        int mark = silence.comment().lastIndexOf(" [oncall:");
        return mark < 0 ? silence.comment() : silence.comment().substring(0, mark);
    }
}
