package io.novacron.oncall.views.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.silence.SilenceFilter.Chip;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilenceListTests {
    private final NightShift night = new NightShift(Role.RESPONDER);

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void acknowledgementsAndSilencesAreBothListedAndToldApart() {
        night.busy().acknowledged(2);

        SilenceList list = list(SilenceFilter.BEGIN);

        assertThat(list.rows()).hasSize(4);
        assertThat(list.rows()).filteredOn(SilenceRow::ack).hasSize(2).allMatch(SilenceRow::mine);
        assertThat(list.rows()).isSortedAccordingTo(SilenceRow.ORDER);
        assertThat(list.counts()).containsEntry(Chip.MINE, 2).containsEntry(Chip.SILENCES, 2);
    }

    @Test
    void theHitsAreThoseThatTheServerNames() {
        night.busy();
        SilenceRow row =
                list(SilenceFilter.of("nodefilesystem", Set.of())).rows().getFirst();

        long expected = night.monitor.alerts().alerts().stream()
                .filter(alert -> alert.key().cluster().equals(row.id().cluster()))
                .filter(alert -> alert.silencedBy().contains(row.id().silence()))
                .count();
        assertThat(row.matches()).isEqualTo((int) expected).isPositive();
        assertThat(row.reason()).contains("CHG-4711");
    }

    @Test
    void oneThatKeepsNothingQuietIsUnmatchedAndOneThatEndsSoonIsSaid() {
        night.busy();
        night.silence(night.eu, "ana", "nothing", Matcher.equal("alertname", "None"));
        night.poll();

        assertThat(list(SilenceFilter.of("", Set.of(Chip.UNMATCHED))).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("nothing"));
        assertThat(list(SilenceFilter.of("", Set.of(Chip.ENDING))).rows()).isEmpty();
        night.clock.advance(Duration.ofSeconds(7_400 - 60));
        assertThat(list(SilenceFilter.of("", Set.of(Chip.ENDING))).rows()).hasSize(3);
    }

    @Test
    void beforeTheFirstAnswerItWaitsAndAFailureNeverLooksEmpty() {
        assertThat(list(SilenceFilter.BEGIN).absence()).isInstanceOf(SilenceList.Absence.Waiting.class);
        night.eu.fail(Optional.of(new SourceError.Unreachable("am-eu-1:9093", "connection refused")));
        night.us.fail(Optional.of(new SourceError.Unreachable("am-us-1:9093", "connection refused")));
        night.poll();

        assertThat(list(SilenceFilter.BEGIN).absence())
                .isInstanceOfSatisfying(
                        SilenceList.Absence.Failed.class,
                        failed -> assertThat(failed.sentence()).contains("connection refused"));
    }

    @Test
    void whatAFailedSourceHeldStaysDimmed() {
        night.busy();
        night.eu.fail(Optional.of(new SourceError.Unreachable("am-eu-1:9093", "connection refused")));
        night.poll();

        SilenceList list = list(SilenceFilter.BEGIN);

        assertThat(list.rows()).filteredOn(SilenceRow::dimmed).hasSize(1);
        assertThat(list.failing()).hasSize(1);
    }

    @Test
    void everyWordOfTheSearchMustStandSomewhere() {
        night.busy();

        assertThat(list(SilenceFilter.of("chris DISK", Set.of())).rows()).hasSize(1);
        assertThat(list(SilenceFilter.of("chris nothing", Set.of())).absence())
                .isEqualTo(new SilenceList.Absence.Filtered(2));
    }

    private SilenceList list(SilenceFilter filter) {
        return SilenceList.of(
                night.monitor.alerts(),
                List.copyOf(night.monitor.statuses()),
                night.monitor.alertsObservedAt(),
                filter,
                "ana",
                night.clock.now());
    }
}
