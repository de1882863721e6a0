package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The words of the verdict line. Pure.
///
/// @param word  the loud one
/// @param quiet how many are acknowledged, silenced, inhibited, muted; may be empty
/// @param doubt the first of them and how many more there are; may be empty
record VerdictText(String word, String quiet, String doubt) {
    static VerdictText of(Verdict verdict) {
        return new VerdictText(word(verdict), quiet(verdict), doubt(verdict.doubts()));
    }

    /// All of it in one sentence, for readers of the screen.
    String spoken() {
        var parts = new ArrayList<String>();
        parts.add(word);
        parts.add(quiet);
        parts.add(doubt);
        parts.removeIf(String::isEmpty);
        return String.join("; ", parts);
    }

    private static String word(Verdict verdict) {
        return switch (verdict.word()) {
            case ALL_CLEAR -> "ALL CLEAR";
            case UNKNOWN -> "UNKNOWN";
            case FIRING -> loud(verdict);
        };
    }

    /// The worst severity stands with what is true of it: where it is acknowledged, it is not said to fire.
    private static String loud(Verdict verdict) {
        Severity worst = verdict.worst();
        Optional<Severity> firing = verdict.firing().keySet().stream().min(Comparator.naturalOrder());
        var parts = new ArrayList<String>();
        if (worst != null && firing.map(fires -> worst.compareTo(fires) < 0).orElse(true)) {
            parts.add(worst.mark() + "  ·  ACKNOWLEDGED");
        }
        firing.ifPresent(fires -> parts.add(fires.mark() + "  ·  " + verdict.count() + " FIRING"));
        return String.join("  ·  ", parts);
    }

    private static String quiet(Verdict verdict) {
        var parts = new ArrayList<String>();
        for (AlertState state : AlertState.values()) {
            int count = verdict.quiet().getOrDefault(state, 0);
            if (count > 0) {
                parts.add(count + " " + state.word());
            }
        }
        return String.join("  ·  ", parts);
    }

    private static String doubt(List<String> doubts) {
        if (doubts.isEmpty()) {
            return "";
        }
        String more = doubts.size() == 1 ? "" : "  (+" + (doubts.size() - 1) + " more)";
        return doubts.getFirst() + more;
    }
}
