package io.novacron.oncall.core.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecondLookTests {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Unpaged LOST = new Unpaged(
            Labels.of(Map.of("alertname", "DiskFull")),
            NOW.minusSeconds(1_000),
            "prom-eu",
            true,
            "no Alertmanager has it");

    private final SecondLook look = new SecondLook();

    @Test
    void whatIsMissingAtTheFirstLookIsInDoubtUntilPrometheusHadTimeToSendItAgain() {
        assertThat(look.confirm(List.of(LOST), NOW))
                .extracting(Unpaged::certain)
                .containsExactly(false);
        assertThat(look.confirm(List.of(LOST), NOW.plusSeconds(30)))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("no Alertmanager has it yet"));
        assertThat(look.confirm(List.of(LOST), NOW.plusSeconds(65))).containsExactly(LOST);
        assertThat(look.confirm(List.of(LOST), NOW.plusSeconds(95))).containsExactly(LOST);
    }

    @Test
    void whatArrivedMeanwhileBeginsAnewWhenItIsLostAgain() {
        look.confirm(List.of(LOST), NOW);
        assertThat(look.confirm(List.of(), NOW.plusSeconds(30))).isEmpty();
        assertThat(look.confirm(List.of(LOST), NOW.plusSeconds(65)))
                .extracting(Unpaged::certain)
                .containsExactly(false);
    }

    @Test
    void whatIsInDoubtForAnotherReasonKeepsItsReason() {
        Unpaged doubtful =
                new Unpaged(LOST.labels(), LOST.activeAt(), LOST.source(), false, "cannot tell: eu is STALE");
        assertThat(look.confirm(List.of(doubtful), NOW)).containsExactly(doubtful);
    }
}
