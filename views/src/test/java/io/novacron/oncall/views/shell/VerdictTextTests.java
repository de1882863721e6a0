package io.novacron.oncall.views.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTextTests {
    @Test
    void allClearIsSaidWithTheQuietOnesCountedBesideIt() {
        var text = VerdictText.of(
                new Verdict(Verdict.Word.ALL_CLEAR, null, Map.of(), Map.of(AlertState.SILENCED, 3), List.of()));
        assertThat(text.spoken()).isEqualTo("ALL CLEAR; 3 silenced");
    }

    @Test
    void theUnknownNamesItsFirstDoubtAndCountsTheOthers() {
        var text = VerdictText.of(new Verdict(
                Verdict.Word.UNKNOWN, null, Map.of(), Map.of(), List.of("no watchdog configured", "b", "c")));
        assertThat(text).isEqualTo(new VerdictText("UNKNOWN", "", "no watchdog configured  (+2 more)"));
    }

    @Test
    void whatFiresIsCountedUnderItsWorstSeverity() {
        var text = VerdictText.of(new Verdict(
                Verdict.Word.FIRING,
                Severity.S1,
                Map.of(Severity.S1, 1, Severity.S3, 4),
                Map.of(AlertState.INHIBITED, 1, AlertState.ACKNOWLEDGED, 2),
                List.of()));
        assertThat(text).isEqualTo(new VerdictText("S1  ·  5 FIRING", "2 acknowledged  ·  1 inhibited", ""));
    }

    @Test
    void whereAllThatWouldFireIsAcknowledgedNothingIsSaidToFire() {
        var text = VerdictText.of(
                new Verdict(Verdict.Word.FIRING, Severity.S2, Map.of(), Map.of(AlertState.ACKNOWLEDGED, 2), List.of()));
        assertThat(text.word()).isEqualTo("S2  ·  ACKNOWLEDGED");
    }

    @Test
    void anAcknowledgedWorstIsToldApartFromLesserOnesThatFire() {
        var text = VerdictText.of(new Verdict(
                Verdict.Word.FIRING,
                Severity.S1,
                Map.of(Severity.S4, 4),
                Map.of(AlertState.ACKNOWLEDGED, 1),
                List.of()));
        assertThat(text.word()).isEqualTo("S1  ·  ACKNOWLEDGED  ·  S4  ·  4 FIRING");
    }
}
