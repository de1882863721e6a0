package io.novacron.oncall.desktop.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.alert.AlertKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an acknowledgement or a new silence.
 *
 * @param silenceId null where none was made; of several the first
 * @param matches how many alerts are hit, over all silences
 * @param outcome of several the worst
 * @param detail the last word on it; of several that of the worst
 * @param results one for each silence, only where there are several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WriteDocument(
        List<RungDocument> ladder,
        @JsonInclude @Nullable String silenceId,
        int matches,
        Outcome outcome,
        String detail,
        String cluster,
        List<String> fingerprints,
        @Nullable List<WriteDocument> results) {

    /** {@code ladders} must not be empty. */
    public static WriteDocument of(List<Ladder> ladders) {
        List<WriteDocument> each = ladders.stream().map(WriteDocument::of).toList();
        if (each.size() == 1) {
            return each.getFirst();
        }
        Outcome worst = Ladder.worst(ladders);
        WriteDocument first = each.getFirst();
        String detail = each.stream()
                .filter(one -> one.outcome() == worst)
                .findFirst()
                .orElse(first)
                .detail();
        return new WriteDocument(
                first.ladder(),
                first.silenceId(),
                each.stream().mapToInt(WriteDocument::matches).sum(),
                worst,
                detail,
                first.cluster(),
                each.stream().flatMap(one -> one.fingerprints().stream()).toList(),
                each);
    }

    private static WriteDocument of(Ladder ladder) {
        return new WriteDocument(
                RungDocument.of(ladder),
                ladder.silenceId().isEmpty() ? null : ladder.silenceId(),
                ladder.matches(),
                Ladder.worst(List.of(ladder)),
                ladder.detail(),
                ladder.cluster(),
                ladder.about().stream().map(AlertKey::fingerprint).toList(),
                null);
    }
}
