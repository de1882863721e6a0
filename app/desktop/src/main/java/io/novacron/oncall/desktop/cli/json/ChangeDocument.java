package io.novacron.oncall.desktop.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.SilenceConflict;
import io.novacron.oncall.core.silence.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of changing silences.
 *
 * @param newId the id it has now, which may differ from {@code oldId}; null where nothing was changed
 * @param conflict what somebody else made of it meanwhile; null where nobody did
 * @param outcome of several the worst
 * @param results one for each silence, only where there are several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeDocument(
        List<RungDocument> ladder,
        String oldId,
        @JsonInclude @Nullable String newId,
        @JsonInclude @Nullable Conflict conflict,
        Outcome outcome,
        int matches,
        String detail,
        String cluster,
        @Nullable List<ChangeDocument> results) {

    /** The silence three times over: as it was seen, as it was wanted, as somebody else made it. */
    public record Conflict(Version base, Version mine, Version theirs) {

        static Conflict of(SilenceConflict conflict) {
            return new Conflict(
                    Version.of(conflict.base()), Version.of(conflict.mine()), Version.of(conflict.theirs()));
        }
    }

    /** A silence as it was at one time. */
    public record Version(
            String id,
            String state,
            List<MatcherDocument> matchers,
            Instant startsAt,
            Instant endsAt,
            Instant updatedAt,
            String createdBy,
            String comment,
            Map<String, String> annotations) {

        static Version of(Silence silence) {
            return new Version(
                    silence.id(),
                    silence.state().word(),
                    MatcherDocument.of(silence.matchers()),
                    silence.startsAt(),
                    silence.endsAt(),
                    silence.updatedAt(),
                    silence.createdBy(),
                    silence.comment(),
                    silence.annotations());
        }
    }

    /** {@code ladders} must not be empty. */
    public static ChangeDocument of(List<Ladder> ladders) {
        List<ChangeDocument> each = ladders.stream().map(ChangeDocument::of).toList();
        ChangeDocument first = each.getFirst();
        if (each.size() == 1) {
            return first;
        }
        Outcome worst = Ladder.worst(ladders);
        ChangeDocument telling =
                each.stream().filter(one -> one.outcome() == worst).findFirst().orElse(first);
        return new ChangeDocument(
                first.ladder(),
                first.oldId(),
                first.newId(),
                telling.conflict(),
                worst,
                each.stream().mapToInt(ChangeDocument::matches).sum(),
                telling.detail(),
                first.cluster(),
                each);
    }

    private static ChangeDocument of(Ladder ladder) {
        Outcome outcome = Ladder.worst(List.of(ladder));
        SilenceConflict conflict = ladder.conflict();
        return new ChangeDocument(
                RungDocument.of(ladder),
                ladder.oldId(),
                outcome == Outcome.FAILED ? null : ladder.silenceId(),
                conflict == null ? null : Conflict.of(conflict),
                outcome,
                ladder.matches(),
                ladder.detail(),
                ladder.cluster(),
                null);
    }
}
