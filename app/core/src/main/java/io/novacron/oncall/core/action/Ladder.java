package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AlertKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One write as far as it has come: one silence of one cluster.
 *
 * @param id UUID of the action; it stands in the silence's comment, which is how the silence is found again
 * @param what for the operator, for instance {@code acknowledge HighLatency}
 * @param about the alerts it was asked for; empty where it is about a silence alone
 * @param rungs in the order they were reached
 * @param outcome null while it goes on
 * @param detail the last word: what is awaited, or how it ended
 * @param silenceId empty before a member gave one
 * @param matches how many alerts the silence hits
 * @param rearmed the withheld end notice was sent (alerts guide §4.6)
 * @param byItself the console did it without having been asked
 * @param pageUntil until when a page that was under way may still leave; null where none can
 * @param nextPageNotBefore for an end: by when, at the latest, Alertmanager pages again if the alert fires on; null where that
 *     is not known, or where the next firing pages
 * @param oldId the silence that was to be changed; empty where the write is about no silence that was there. The one it is now
 *     is {@code silenceId}, which may differ (alerts guide S1)
 * @param conflict why the change did not hold: somebody else made another one; null otherwise
 */
public record Ladder(
        String id,
        String what,
        String cluster,
        List<AlertKey> about,
        List<Rung> rungs,
        @Nullable Outcome outcome,
        String detail,
        String silenceId,
        int matches,
        boolean rearmed,
        boolean byItself,
        @Nullable Instant pageUntil,
        @Nullable Instant nextPageNotBefore,
        String oldId,
        @Nullable SilenceConflict conflict) {

    public Ladder(
            String id,
            String what,
            String cluster,
            List<AlertKey> about,
            List<Rung> rungs,
            @Nullable Outcome outcome,
            String detail,
            String silenceId,
            int matches,
            boolean rearmed) {
        this(
                id, what, cluster, about, rungs, outcome, detail, silenceId, matches, rearmed, false, null, null, "",
                null);
    }

    private static final String PAGE = ", a page under way may still arrive for ";
    private static final String SECONDS = " s";

    public Ladder {
        about = List.copyOf(about);
        rungs = List.copyOf(rungs);
    }

    /** Says how long a page that was under way may still leave. */
    static String page(Duration left) {
        return PAGE + left.toSeconds() + SECONDS;
    }

    /** The last word, with what is left by now of the time in which a page may still arrive; none once it is over. */
    public String detailAt(Instant now) {
        Instant until = pageUntil;
        int from = detail.indexOf(PAGE);
        int to = from < 0 ? -1 : detail.indexOf(SECONDS, from + PAGE.length());
        if (until == null || to < 0) {
            return detail;
        }
        Duration left = Duration.between(now, until);
        String rest = detail.substring(to + SECONDS.length());
        return detail.substring(0, from) + (left.toSeconds() > 0 ? page(left) : "") + rest;
    }

    public boolean over() {
        return outcome != null;
    }

    /** The worst outcome of several writes; one still under way counts as unknown. */
    public static Outcome worst(List<Ladder> ladders) {
        return ladders.stream()
                .map(ladder -> ladder.outcome() == null ? Outcome.UNKNOWN : ladder.outcome())
                .max(Comparator.naturalOrder())
                .orElse(Outcome.FAILED);
    }
}
