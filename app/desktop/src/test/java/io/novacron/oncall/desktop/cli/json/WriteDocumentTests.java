package io.novacron.oncall.desktop.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Rung;
import io.novacron.oncall.core.action.Step;
import io.novacron.oncall.core.alert.AlertKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WriteDocumentTests {

    private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");

    @Test
    void oneWriteIsADocumentWithoutResults() {
        JsonNode document = json(WriteDocument.of(List.of(ladder("s-1", Outcome.EFFECTIVE))));
        assertThat(document.propertyNames())
                .contains("ladder", "silenceId", "matches", "outcome")
                .doesNotContain("results");
        assertThat(document.path("ladder").path(0).path("step").asString()).isEqualTo("queued");
        assertThat(document.path("ladder").path(0).path("at").asString()).isEqualTo("2026-11-22T09:30:00Z");
        assertThat(document.path("outcome").asString()).isEqualTo("EFFECTIVE");
    }

    @Test
    void ofSeveralTheWorstOutcomeAndTheFirstSilenceStandAtTheTop() {
        JsonNode document = json(WriteDocument.of(List.of(
                ladder("s-1", Outcome.EFFECTIVE), ladder("", Outcome.FAILED), ladder("s-3", Outcome.ACCEPTED))));
        assertThat(document.path("outcome").asString()).isEqualTo("FAILED");
        assertThat(document.path("silenceId").asString()).isEqualTo("s-1");
        assertThat(document.path("matches").asInt()).isEqualTo(3);
        assertThat(document.path("results").size()).isEqualTo(3);
        assertThat(document.path("results").path(1).path("silenceId").isNull()).isTrue();
    }

    @Test
    void oneStillUnderWayIsUnknown() {
        assertThat(json(WriteDocument.of(List.of(ladder("s-1", null))))
                        .path("outcome")
                        .asString())
                .isEqualTo("UNKNOWN");
    }

    @Test
    void endedSilencesAreAllNamed() {
        JsonNode document =
                json(EndDocument.of(List.of(ladder("s-1", Outcome.EFFECTIVE), ladder("s-2", Outcome.EFFECTIVE))));
        assertThat(document.propertyNames())
                .contains("ladder", "silenceIds", "outcome", "rearmed", "nextPageNotBefore", "results");
        List<String> ids = new ArrayList<>();
        document.path("silenceIds").forEach(id -> ids.add(id.asString()));
        assertThat(ids).containsExactly("s-1", "s-2");
        assertThat(document.path("nextPageNotBefore").isNull()).isTrue();
    }

    private static JsonNode json(Object document) {
        return Json.read(Json.text(document));
    }

    private static Ladder ladder(String silence, @Nullable Outcome outcome) {
        return new Ladder(
                "id",
                "acknowledge StorageLatencyHigh",
                "eu",
                List.of(new AlertKey("eu", "00000000deadbeef")),
                List.of(new Rung(Step.QUEUED, AT, "")),
                outcome,
                "detail",
                silence,
                1,
                false);
    }
}
