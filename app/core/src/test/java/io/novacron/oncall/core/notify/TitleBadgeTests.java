package io.novacron.oncall.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.Verdict;
import io.novacron.oncall.core.alert.Verdict.Word;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TitleBadgeTests {

    @Test
    void theWorstThatFiresIsCounted() {
        Verdict verdict = new Verdict(
                Word.FIRING, Severity.S1, Map.of(Severity.S1, 3, Severity.S3, 9), Map.of(), List.of("am is STALE"));
        assertThat(TitleBadge.on(verdict, "Console")).isEqualTo("(3 S1) Console");
    }

    @Test
    void whatIsAllAcknowledgedByADeadSourceIsNotCalm() {
        Verdict verdict = new Verdict(
                Word.FIRING, Severity.S1, Map.of(), Map.of(AlertState.ACKNOWLEDGED, 2), List.of("am is STALE"));
        assertThat(TitleBadge.on(verdict, "Console")).isEqualTo("(?) Console");
    }

    @Test
    void onlyAllClearAndAcknowledgedAloneHaveNoBadge() {
        assertThat(TitleBadge.on(new Verdict(Word.ALL_CLEAR, null, Map.of(), Map.of(), List.of()), "Console"))
                .isEqualTo("Console");
        assertThat(TitleBadge.on(
                        new Verdict(Word.FIRING, Severity.S1, Map.of(), Map.of(AlertState.ACKNOWLEDGED, 2), List.of()),
                        "Console"))
                .isEqualTo("Console");
    }
}
