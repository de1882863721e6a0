package io.novacron.oncall.core.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.fault.FaultRow;
import io.novacron.oncall.core.silence.SilenceWarning.Code;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceRulesTests {

    private static final List<Alert> TODAY = List.of(
            alert(Map.of("alertname", "DiskFull", "severity", "critical", "host", "a")),
            alert(Map.of("alertname", "DiskFull", "severity", "warning", "host", "b")),
            alert(Map.of("alertname", "Slow", "severity", "warning", "host", "a")),
            alert(Map.of("alertname", "Slow", "severity", "warning")),
            alert(Map.of("alertname", "Odd")));

    @Test
    void thePreviewCountsWhatWouldBeHit() throws MatcherSyntaxException {
        SilencePreview preview = preview("alertname=\"DiskFull\"");
        assertThat(preview.matches())
                .containsExactly(TODAY.get(0).key(), TODAY.get(1).key());
        assertThat(preview.count()).isEqualTo(2);
        assertThat(preview.percent()).isEqualTo(40.0);
        assertThat(preview.bySeverity())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(Severity.S1, 1, Severity.S3, 1)));
        assertThat(preview.warnings()).isEmpty();
    }

    @Test
    void negativeMatchersAloneAreCalledOut() throws MatcherSyntaxException {
        SilencePreview preview = preview("q!=\"x\"");
        assertThat(codes(preview)).containsExactly(Code.NEGATIVE_ONLY, Code.MATCHES_EVERYTHING);
        assertThat(codes(preview("host!=\"a\",host!~\".*\"")))
                .containsExactly(Code.NEGATIVE_ONLY, Code.MATCHES_NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alertname=~\".+\"", "foo=~\".*\"", "q!=\"x\",foo=~\".*\"", "alertname!~\"\",alertname=~\".+\""})
    void whatHitsAnyAlertMatchesEverythingEvenWhenNothingFires(String matchers) throws MatcherSyntaxException {
        SilencePreview quiet = SilenceRules.preview(MatcherParser.list(matchers, Dialect.FALLBACK), List.of());
        assertThat(codes(quiet)).contains(Code.MATCHES_EVERYTHING, Code.MATCHES_NOTHING);
        assertThat(quiet.percent()).isZero();
    }

    @FaultRow("F59 a silence matches everything: it says so")
    void whatHitsAllOfTodayMatchesEverything() throws MatcherSyntaxException {
        assertThat(codes(preview("alertname=~\"DiskFull|Slow|Odd\""))).containsExactly(Code.MATCHES_EVERYTHING);
    }

    @Test
    void theOnlyAlertOfTheDayMayBeSilencedWithoutThatWarning() throws MatcherSyntaxException {
        List<Matcher> matchers = MatcherParser.list("alertname=\"Odd\"", Dialect.FALLBACK);
        assertThat(SilenceRules.preview(matchers, List.of(TODAY.get(4))).warnings())
                .isEmpty();
    }

    @FaultRow("F60 a silence matches nothing: it says so")
    void whatHitsNothingSaysSo() throws MatcherSyntaxException {
        assertThat(codes(preview("alertname=\"Nope\""))).containsExactly(Code.MATCHES_NOTHING);
    }

    @Test
    void theSameLabelTwiceOffersAnAlternative() throws MatcherSyntaxException {
        SilencePreview preview = preview("i=\"1.5\",i=\"2\"");
        assertThat(codes(preview)).containsExactly(Code.MATCHES_NOTHING, Code.DUPLICATE_LABEL);
        assertThat(preview.warnings().get(1).text()).contains("i=~\"1\\\\.5|2\"");
    }

    @Test
    void anExceptionToAPatternIsNoDuplicate() throws MatcherSyntaxException {
        assertThat(codes(preview("host=~\"a|b\",host!=\"b\""))).isEmpty();
    }

    @Test
    void labelsThatARestartChangesAreCalledOut() throws MatcherSyntaxException {
        for (String matcher : List.of("pod=\"x\"", "replica=\"x\"", "__meta=\"x\"", "instance=\"h:9100\"")) {
            assertThat(codes(preview(matcher))).as(matcher).contains(Code.VOLATILE_LABEL);
        }
        assertThat(codes(preview("instance=\"h\""))).doesNotContain(Code.VOLATILE_LABEL);
        assertThat(codes(preview("instance=~\"h(:[0-9]+)?\""))).doesNotContain(Code.VOLATILE_LABEL);
    }

    @Test
    void aMatcherThatAlsoHitsTheMissingLabelIsCalledOut() throws MatcherSyntaxException {
        SilencePreview preview = preview("alertname=\"Slow\",host=~\"b|\"");
        assertThat(codes(preview)).containsExactly(Code.MATCHES_EMPTY);
        assertThat(preview.matches()).containsExactly(TODAY.get(3).key());
        assertThat(preview("host=\"\"").warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("refuses"));
    }

    @Test
    void aPrefilledSilenceLeavesOutWhatARestartChanges() {
        Map<String, String> labels =
                Map.of("alertname", "A", "pod", "p-1", "replica", "1", "__x", "y", "instance", "h.x:9100");
        assertThat(VolatileLabels.prefill(Labels.of(labels)))
                .containsExactly(
                        Matcher.equal("alertname", "A"), new Matcher("instance", Matcher.Op.REGEX, "h\\.x(:[0-9]+)?"));
    }

    @Test
    void aPrefilledSilenceIsNeverEmpty() {
        assertThat(VolatileLabels.prefill(Labels.of(Map.of("pod", "p-1"))))
                .containsExactly(Matcher.equal("pod", "p-1"));
    }

    @Test
    void warningsShowHostileTextEscaped() throws MatcherSyntaxException {
        assertThat(preview("pod=\"\u202ex\u001b\"").warnings())
                .allSatisfy(warning -> assertThat(warning.text()).doesNotContain("\u202e", "\u001b"));
    }

    private static SilencePreview preview(String matchers) throws MatcherSyntaxException {
        return SilenceRules.preview(MatcherParser.list(matchers, Dialect.FALLBACK), TODAY);
    }

    private static List<Code> codes(SilencePreview preview) {
        return preview.warnings().stream().map(SilenceWarning::code).toList();
    }

    private static Alert alert(Map<String, String> map) {
        Labels labels = Labels.of(map);
        return new Alert(
                new AlertKey("eu", labels.fingerprint()),
                labels,
                Map.of(),
                SeverityMap.DEFAULT.of(labels),
                Instant.EPOCH,
                AlertState.FIRING,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                "");
    }
}
