package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one line that says how things stand (reliability guide G0). {@link Word#ALL_CLEAR} is said only on proof: every source
 * LIVE, every watchdog heard in time, nothing firing in Prometheus that no Alertmanager has, nothing of the three highest or
 * of unknown severity firing, acknowledged, or hidden by an acknowledgement that was made for another firing or alert.
 *
 * @param worst the worst severity firing or acknowledged, null where nothing is
 * @param firing how many alerts fire, by severity, watchdogs excepted
 * @param quiet how many are acknowledged, silenced, inhibited or muted, by state
 * @param doubts one sentence for each thing that keeps us from knowing; empty only where everything is proved
 */
public record Verdict(
        Word word,
        @Nullable Severity worst,
        Map<Severity, Integer> firing,
        Map<AlertState, Integer> quiet,
        List<String> doubts) {

    public enum Word {
        ALL_CLEAR,
        UNKNOWN,
        FIRING
    }

    public Verdict {
        firing = Map.copyOf(firing);
        quiet = Map.copyOf(quiet);
        doubts = List.copyOf(doubts);
    }

    /** How things stand, given the sources, the alerts and what the watchdogs say. */
    public static Verdict of(List<SourceStatus> sources, AlertBoard board, Watch watch) {
        Map<Severity, Integer> firing = new EnumMap<>(Severity.class);
        Map<AlertState, Integer> quiet = new EnumMap<>(AlertState.class);
        Severity worst = null;
        boolean blocked = false;
        List<Alert> hidden = new ArrayList<>();
        for (Alert alert : board.alerts()) {
            if (watch.watchdogs().contains(alert.key())) {
                continue;
            }
            boolean fires = alert.state() == AlertState.FIRING;
            boolean counts = fires || alert.state() == AlertState.ACKNOWLEDGED;
            if (fires) {
                firing.merge(alert.severity(), 1, Integer::sum);
            } else {
                quiet.merge(alert.state(), 1, Integer::sum);
            }
            if (counts && (worst == null || alert.severity().compareTo(worst) < 0)) {
                worst = alert.severity();
            }
            blocked |= counts && alert.severity().blocksAllClear();
            if (alert.severity().blocksAllClear() && hiddenByAcks(alert, board)) {
                hidden.add(alert);
            }
        }
        List<String> doubts = new ArrayList<>(watch.doubtsWith(sources));
        if (!hidden.isEmpty()) {
            doubts.add(hiddenSentence(hidden));
        }
        Word word = blocked ? Word.FIRING : doubts.isEmpty() ? Word.ALL_CLEAR : Word.UNKNOWN;
        return new Verdict(word, worst, firing, quiet, doubts);
    }

    /** Nobody planned this silence: it is there for a firing that somebody took, and this one nobody took (alerts guide §4.2). */
    private static boolean hiddenByAcks(Alert alert, AlertBoard board) {
        return alert.state() == AlertState.SILENCED
                && !alert.silencedBy().isEmpty()
                && alert.silencedBy().stream().allMatch(id -> {
                    ClusterSilence by = board.silence(alert.key().cluster(), id);
                    return by != null && AckRecord.read(by.silence()) != null;
                });
    }

    private static String hiddenSentence(List<Alert> hidden) {
        String name = Visible.line(hidden.getFirst().labels().get("alertname"), 60);
        return (hidden.size() == 1 ? name + " is" : name + " and " + (hidden.size() - 1) + " more are")
                + " hidden by an acknowledgement that was not made for "
                + (hidden.size() == 1 ? "it" : "them");
    }

    /** The same with more that keeps us from knowing; it is never ALL CLEAR where there is any. */
    public Verdict doubted(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(doubts);
        all.addAll(more);
        return new Verdict(word == Word.ALL_CLEAR ? Word.UNKNOWN : word, worst, firing, quiet, all);
    }

    public boolean allClear() {
        return word == Word.ALL_CLEAR;
    }

    /** How many alerts fire in all. */
    public int count() {
        return firing.values().stream().mapToInt(Integer::intValue).sum();
    }
}
