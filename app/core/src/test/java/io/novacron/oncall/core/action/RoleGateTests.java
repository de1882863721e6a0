package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceWarning;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleGateTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @EnumSource
    void onlyAResponderOrHigherMaySilence(Role role) {
        ActionResult.Refused refused = RoleGate.silence(new Operator("ana", role), hits(1, 100), HOUR, Consent.NONE);
        assertThat(refused == null).isEqualTo(role.compareTo(Role.RESPONDER) >= 0);
    }

    @Test
    void upToAFifthOfTheAlertsNeedsNoCount() {
        assertThat(silence(hits(20, 100), HOUR, null)).isEmpty();
        assertThat(silence(hits(21, 100), HOUR, null)).contains("21").contains("more than 20 % of all 100");
        assertThat(silence(hits(21, 100), HOUR, 20)).isNotEmpty();
        assertThat(silence(hits(21, 100), HOUR, 21)).isEmpty();
    }

    @Test
    void aCriticalAlertNeedsTheCount() {
        SilencePreview preview = preview(1, 100, Map.of(Severity.S1, 1), List.of());
        assertThat(silence(preview, HOUR, null)).contains("1 of them S1");
        assertThat(silence(preview, HOUR, 1)).isEmpty();
    }

    @Test
    void aRuleThatHitsEveryAlertNeedsTheCountEvenWhenNothingFires() {
        SilenceWarning everything = new SilenceWarning(SilenceWarning.Code.MATCHES_EVERYTHING, "all");
        SilencePreview preview = preview(0, 0, Map.of(), List.of(everything));
        assertThat(silence(preview, HOUR, null)).contains("confirm the count 0");
        assertThat(silence(preview, HOUR, 0)).isEmpty();
    }

    @Test
    void moreThanFourHoursNeedTheCount() {
        assertThat(silence(hits(1, 100), HOUR.multipliedBy(4), null)).isEmpty();
        assertThat(silence(hits(1, 100), HOUR.multipliedBy(4).plusSeconds(1), null))
                .contains("longer than 4 h");
    }

    @Test
    void moreThanHalfOrMoreThanFourHoursIsALeadsToDecide() {
        Duration lasting = HOUR.multipliedBy(5);
        assertThat(responder(hits(51, 100), HOUR, new Consent(51, "")))
                .contains("more than 50 %")
                .contains("reason");
        assertThat(responder(hits(51, 100), HOUR, new Consent(50, "storm"))).isNotEmpty();
        assertThat(responder(hits(51, 100), HOUR, new Consent(51, "storm"))).isEmpty();
        assertThat(responder(hits(50, 100), HOUR, new Consent(50, ""))).isEmpty();
        assertThat(responder(hits(1, 100), lasting, new Consent(1, ""))).contains("longer than 4 h");
        assertThat(responder(hits(1, 100), lasting, new Consent(1, "storm"))).isEmpty();
        assertThat(silence(hits(51, 100), lasting, 51)).isEmpty();
    }

    private static String responder(SilencePreview preview, Duration length, Consent consent) {
        ActionResult.Refused refused = RoleGate.silence(new Operator("ana", Role.RESPONDER), preview, length, consent);
        return refused == null ? "" : refused.why();
    }

    private static String silence(SilencePreview preview, Duration length, @Nullable Integer confirmed) {
        ActionResult.Refused refused =
                RoleGate.silence(new Operator("ana", Role.LEAD), preview, length, new Consent(confirmed, ""));
        return refused == null ? "" : refused.why();
    }

    private static SilencePreview hits(int count, int of) {
        return preview(count, of, Map.of(Severity.S3, count), List.of());
    }

    private static SilencePreview preview(
            int count, int of, Map<Severity, Integer> bySeverity, List<SilenceWarning> warnings) {
        return new SilencePreview(Collections.nCopies(count, new AlertKey("eu", "x")), of, bySeverity, warnings);
    }
}
