package io.novacron.oncall.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.fault.FaultRow;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriageQueryTests {

    private static final Alerts DISK = Alerts.with(
                    "alertname", "DiskFull", "severity", "critical", "instance", "web-1:9100", "component", "security")
            .says("The disk of web-1 fills up")
            .toldTo("team-storage", "executives");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "severity=critical",
                "severity=\"critical\"",
                "{severity=\"critical\",instance=~\"web.*\"}",
                "severity=critical instance=~web.*",
                "severity=critical, instance=~\"web-[0-9]{1,3}:.*\"",
                "severity = \"critical\"",
                "nowhere!=x",
                "nowhere=~\"x|\"",
                "nowhere=",
                "DISK fills",
                "\"disk of web-1\"",
                "diskfull severity=critical @state=firing",
                "@state=FIRING",
                "@state!=silenced",
                "@state=~\"fir.*|ack.*\"",
                "@owner=\"\"",
                "@owner!=ana",
                "@cluster=eu",
                "@receiver=executives",
                "@receiver=~team-.*",
                "@receiver!=nobody",
                "@age>5m",
                "@age<11m",
                "@age > 5m",
                "@severity=S1",
                "@severity=critical",
                "@category=security",
                "@category=CRITICAL",
                "@silenced_by=\"\"",
                "wow! disk",
                "wow!",
                "100%",
            })
    void whatIsTrueOfItFindsTheAlert(String text) throws TriageSyntaxException {
        boolean expected = !text.startsWith("wow") && !text.equals("100%");
        assertThat(TriageQuery.parse(text).matches(DISK.alert(), Alerts.SCENE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity=Critical",
                "severity=crit",
                "instance=~web",
                "nowhere!=\"\"",
                "disk emergency",
                "\"fills disk\"",
                "@state=silenced",
                "@state!=firing",
                "@owner=ana",
                "@owner!=\"\"",
                "@receiver!=executives",
                "@receiver!~team-.*",
                "@age>10m",
                "@age<10m",
                "@severity=S2",
                "@category=migration",
            })
    void whatIsNotTrueOfItHidesTheAlert(String text) throws TriageSyntaxException {
        assertThat(TriageQuery.parse(text).matches(DISK.alert(), Alerts.SCENE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "severity=~\"(\" | 11",
                "disk severity=~( | 16",
                "{severity=\"a | 11",
                "disk \"open | 6",
                "@stat=firing | 1",
                "disk @state | 12",
                "@state=asleep | 8",
                "@age=10m | 5",
                "@age>ten | 6",
                "@owner<ana | 7",
                "é @age=1m | 7",
            })
    void whatCannotBeReadSaysWhere(String text, int column) {
        assertThatThrownBy(() -> TriageQuery.parse(text)).isInstanceOfSatisfying(TriageSyntaxException.class, e -> {
            assertThat(e.column()).as(e.text()).isEqualTo(column);
            assertThat(e.text()).endsWith(".");
        });
    }

    @Test
    void anAcknowledgedAlertIsFoundByAnyOfItsOwners() throws TriageSyntaxException {
        Alerts acked = Alerts.with("alertname", "A").ackedBy("ana", "ben");
        assertThat(TriageQuery.parse("@owner=Ben").matches(acked.alert(), Alerts.SCENE))
                .isTrue();
        assertThat(TriageQuery.parse("@owner!=ben").matches(acked.alert(), Alerts.SCENE))
                .isFalse();
        assertThat(TriageQuery.parse("@state=acknowledged").matches(acked.alert(), Alerts.SCENE))
                .isTrue();
    }

    @Test
    void aNameInQuotesIsALabelEvenWhereItLooksLikeAField() throws TriageSyntaxException {
        Alerts odd = Alerts.with("@state", "solid").is(AlertState.SILENCED);
        assertThat(TriageQuery.parse("\"@state\"=\"solid\"").matches(odd.alert(), Alerts.SCENE))
                .isTrue();
    }

    @Test
    void anAlertWhoseStartNobodyToldIsNeverHiddenByItsAge() throws TriageSyntaxException {
        Alerts unknown = Alerts.with("alertname", "A").aged(Duration.between(Instant.EPOCH, Alerts.NOW));
        assertThat(TriageQuery.parse("@age<1h").matches(unknown.alert(), Alerts.SCENE))
                .isTrue();
    }

    @FaultRow("F90 a pattern that would hold up the console is refused")
    void aPatternThatWouldHoldUpTheConsoleIsRefused() {
        assertThatThrownBy(() -> TriageQuery.parse("a=~\"" + "[a-z]{1000}".repeat(6) + "\""))
                .isInstanceOf(TriageSyntaxException.class)
                .hasMessageContaining("too large");
    }

    @FaultRow("F90 a regex bomb on 20 000 characters is answered")
    void aRegexBombOnAVeryLongValueIsAnswered() throws TriageSyntaxException {
        Alerts longest = Alerts.with("alertname", "ab".repeat(10_000) + "\u0085");
        assertThat(TriageQuery.parse("alertname=~\"(a|b|.)*\"").matches(longest.alert(), Alerts.SCENE))
                .isTrue();
    }

    @Test
    void theModeSaysWhatIsInForce() throws TriageSyntaxException {
        assertThat(TriageQuery.parse("disk").mode()).isEqualTo("free text");
        assertThat(TriageQuery.parse("a=b").mode()).isEqualTo("matchers");
        assertThat(TriageQuery.parse("a=b disk").mode()).isEqualTo("matchers and free text");
        assertThat(TriageQuery.parse(" ").mode()).isEmpty();
    }
}
