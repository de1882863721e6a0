package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;

/// One silence as the list shows it. Immutable.
///
/// @param owner   who made it, or everybody who works on it for an acknowledgement; claimed, not proved
/// @param matches how many alerts it keeps quiet now; of one that is not in force, 0
/// @param note    why a responder broke the glass, or which maintenance it belongs to; may be empty
/// @param mine    made or joined by this operator
/// @param dimmed  its Alertmanager does not answer now
record SilenceRow(
        Id id,
        Silence silence,
        boolean ack,
        String matchers,
        String owner,
        String reason,
        int matches,
        String note,
        boolean mine,
        boolean dimmed) {
    /// Identity: two clusters may not share a silence.
    record Id(String cluster, String silence) {}

    /// What the note of a silence begins with whose author went beyond the role.
    static final String BROKEN = "break-glass";

    private static final Duration SOON = Duration.ofMinutes(30);

    /// In force first, soonest end first; then those to come, soonest start first; then the ended, newest first.
    static final Comparator<SilenceRow> ORDER = Comparator.<SilenceRow>comparingInt(row -> row.rank())
            .thenComparing(SilenceRow::when)
            .thenComparing(row -> row.id().silence());

    static SilenceRow of(ClusterSilence merged, int matches, String me, boolean dimmed) {
        Silence silence = merged.silence();
        AckRecord ack = AckRecord.read(silence);
        String owner = ack == null ? silence.createdBy() : String.join(", ", ack.owners());
        boolean mine =
                silence.createdBy().equals(me) || (ack != null && ack.owners().contains(me));
        return new SilenceRow(
                new Id(merged.cluster(), silence.id()),
                silence,
                ack != null,
                silence.matchers().stream().map(Matcher::toText).collect(Collectors.joining("  ")),
                owner,
                ack == null ? SilenceTag.reason(silence.comment()) : ack.reason(),
                matches,
                note(silence),
                mine,
                dimmed);
    }

    SilenceState state() {
        return silence.state();
    }

    boolean lives() {
        return state() != SilenceState.EXPIRED;
    }

    /// In force, and keeps nothing quiet.
    boolean unmatched() {
        return silence.active() && matches == 0;
    }

    boolean endsSoon(Instant now) {
        return silence.active() && Duration.between(now, silence.endsAt()).compareTo(SOON) < 0;
    }

    /// The moment that the list tells the time to.
    Instant turn() {
        return state() == SilenceState.PENDING ? silence.startsAt() : silence.endsAt();
    }

    /// The reason, and why the glass was broken where that says more.
    String why() {
        String broken = note.startsWith(BROKEN + ": ") ? note.substring(BROKEN.length() + 2) : "";
        return broken.isEmpty() || reason.contains(broken) ? reason : reason + " (" + broken + ")";
    }

    private int rank() {
        return switch (state()) {
            case ACTIVE -> 0;
            case PENDING -> 1;
            case EXPIRED -> 2;
        };
    }

    private Long when() {
        long at = turn().getEpochSecond();
        return lives() ? at : -at;
    }

    private static String note(Silence silence) {
        String broken = silence.annotations().getOrDefault(SilenceNote.BREAK_GLASS, "");
        if (!broken.isEmpty()) {
            return BROKEN + ": " + broken;
        }
        String maintenance = silence.annotations().getOrDefault(SilenceNote.MAINTENANCE, "");
        return maintenance.isEmpty() ? "" : "maintenance " + maintenance;
    }
}
