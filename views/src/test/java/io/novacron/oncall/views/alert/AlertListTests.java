package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.triage.Categories;
import io.novacron.oncall.core.triage.ReplicaLabels;
import io.novacron.oncall.core.triage.Scene;
import io.novacron.oncall.core.triage.TriageQuery;
import io.novacron.oncall.core.triage.TriageSyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertListTests {
    private final NightShift night = new NightShift(Role.RESPONDER);

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void withoutAnAlertmanagerTheListSaysThatNoneIsConfigured() {
        var list = AlertList.of(
                new AlertList.Known(
                        new Scene(NightShift.NOW, Categories.DEFAULT, night.monitor.alerts()),
                        ReplicaLabels.DEFAULT,
                        List.of(),
                        null,
                        Map.of()),
                Wish.EVERYTHING,
                AlertList.EMPTY);
        assertThat(list.absence()).isEqualTo(new Absence.NoSource());
    }

    @Test
    void beforeTheFirstAnswerItWaits() {
        assertThat(list("").absence()).isEqualTo(new Absence.Waiting());
    }

    @Test
    void whereNothingEverAnsweredItSaysWhyAndNeverThatThereIsNothing() {
        fail();
        night.us.fail(Optional.of(new SourceError.Unreachable("am-us-1:9093", "connection refused")));
        night.poll();
        assertThat(list("").absence())
                .isInstanceOfSatisfying(
                        Absence.Failed.class,
                        failed -> assertThat(failed.sentence())
                                .contains("eu-west is UNREACHABLE")
                                .contains("connection refused"));
    }

    @Test
    void zeroIsSaidOnlyWhereEveryAlertmanagerIsLive() {
        night.poll();
        assertThat(list("").absence()).isEqualTo(new Absence.Zero(NightShift.NOW));
    }

    @Test
    void anEmptyAnswerOfADoubtfulSourceIsDoubt() {
        night.eu.conditions(List.of(new Condition(SourceState.PARTIAL, "am-eu-2:9093 did not answer")));
        night.poll();
        assertThat(list("").absence())
                .isEqualTo(new Absence.Doubtful("eu-west is PARTIAL: am-eu-2:9093 did not answer", NightShift.NOW));
    }

    @Test
    void aSourceThatFailsAfterAnEmptyAnswerIsDoubtToo() {
        night.poll();
        fail();
        night.poll();
        assertThat(list("").absence()).isInstanceOf(Absence.Doubtful.class);
    }

    @Test
    void aSearchThatHidesAllSaysHowMany() {
        night.busy();
        int all = list("").total();
        assertThat(list("no such word").absence()).isEqualTo(new Absence.Filtered(all));
        assertThat(list("no such word").total()).isEqualTo(all);
    }

    @Test
    void theAlertsOfAFailedSourceStayDimmedAndTheOthersDoNot() {
        night.busy();
        var before = list("");
        fail();
        night.clock.advance(Duration.ofSeconds(20));
        night.poll();
        var after = list("");
        assertThat(after.rows())
                .extracting(AlertRow::key)
                .isEqualTo(before.rows().stream().map(AlertRow::key).toList());
        assertThat(after.rows()).allMatch(row -> row.dimmed() == row.cluster().equals("eu-west"));
        assertThat(after.failing()).extracting(source -> source.name()).containsExactly("eu-west");
        assertThat(before.rows()).noneMatch(AlertRow::dimmed);
    }

    @Test
    void theWorstStandFirstAndTheUnknownBesideTheSecondWorst() {
        night.busy();
        assertThat(list("").rows()).extracting(AlertRow::severity).isSorted();
    }

    @Test
    void everyQuietAlertSaysWhy() {
        night.busy().acknowledged(1);
        var rows = list("").rows();
        assertThat(first(rows, AlertState.SILENCED).why()).startsWith("by chris: disk swap planned, CHG-4711");
        assertThat(first(rows, AlertState.INHIBITED).why()).startsWith("by CheckoutErrorBudgetBurn");
        assertThat(first(rows, AlertState.MUTED).why()).isEqualTo("by weekend-batch");
        assertThat(first(rows, AlertState.ACKNOWLEDGED).why()).startsWith("on it");
        assertThat(first(rows, AlertState.ACKNOWLEDGED).owner()).isEqualTo("ana");
        assertThat(first(rows, AlertState.FIRING).why()).isEmpty();
    }

    @Test
    void anAlertWithoutANameIsCalledByItsFingerprint() {
        var held = NightShift.held(Map.of("severity", "critical"), "", NightShift.NOW);
        night.eu.add(held);
        night.poll();
        assertThat(list("").rows().getFirst().name()).isEqualTo(held.labels().fingerprint());
    }

    private static AlertRow first(List<AlertRow> rows, AlertState state) {
        return rows.stream().filter(row -> row.state() == state).findFirst().orElseThrow();
    }

    private void fail() {
        night.eu.fail(Optional.of(new SourceError.Unreachable("am-eu-1:9093", "connection refused")));
    }

    private AlertList list(String search) {
        try {
            return list(Wish.EVERYTHING.query(TriageQuery.parse(search)));
        } catch (TriageSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private AlertList list(Wish wish) {
        var scene = new Scene(NightShift.NOW, Categories.DEFAULT, night.monitor.alerts());
        return AlertList.of(
                new AlertList.Known(
                        scene,
                        ReplicaLabels.DEFAULT,
                        night.monitor.statuses(),
                        night.monitor.alertsObservedAt(),
                        Map.of()),
                wish,
                AlertList.EMPTY);
    }
}
