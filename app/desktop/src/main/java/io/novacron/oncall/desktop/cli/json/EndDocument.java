package io.novacron.oncall.desktop.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of ending silences.
 *
 * @param rearmed a withheld end notice was sent, so that the next firing pages
 * @param nextPageNotBefore by when at the latest Alertmanager pages again; of several the earliest; null where that is not
 *     known, or where the next firing pages at once
 * @param results one for each silence, only where there are several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndDocument(
        List<RungDocument> ladder,
        List<String> silenceIds,
        Outcome outcome,
        boolean rearmed,
        @JsonInclude @Nullable Instant nextPageNotBefore,
        String detail,
        String cluster,
        @Nullable List<EndDocument> results) {

    /** {@code ladders} must not be empty. */
    public static EndDocument of(List<Ladder> ladders) {
        List<EndDocument> each = ladders.stream().map(EndDocument::of).toList();
        if (each.size() == 1) {
            return each.getFirst();
        }
        Outcome worst = Ladder.worst(ladders);
        EndDocument first = each.getFirst();
        String detail = each.stream()
                .filter(one -> one.outcome() == worst)
                .findFirst()
                .orElse(first)
                .detail();
        return new EndDocument(
                first.ladder(),
                each.stream().flatMap(one -> one.silenceIds().stream()).toList(),
                worst,
                each.stream().anyMatch(EndDocument::rearmed),
                ladders.stream()
                        .map(Ladder::nextPageNotBefore)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                detail,
                first.cluster(),
                each);
    }

    private static EndDocument of(Ladder ladder) {
        return new EndDocument(
                RungDocument.of(ladder),
                ladder.silenceId().isEmpty() ? List.of() : List.of(ladder.silenceId()),
                Ladder.worst(List.of(ladder)),
                ladder.rearmed(),
                ladder.nextPageNotBefore(),
                ladder.detail(),
                ladder.cluster(),
                null);
    }
}
