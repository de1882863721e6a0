package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.action.Ladder;
import java.time.Instant;
import java.util.List;

/** One step of a write that was reached. */
public record RungDocument(String step, Instant at, String detail) {

    static List<RungDocument> of(Ladder ladder) {
        return ladder.rungs().stream()
                .map(rung -> new RungDocument(rung.step().word(), rung.at(), rung.detail()))
                .toList();
    }
}
