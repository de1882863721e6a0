package io.novacron.oncall.views.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndTimeTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2h, PT2H",
        "' 1h30m ', PT1H30M",
        "04:30, PT30M",
        "until 04:30, PT30M",
        "03:30, PT23H30M",
        "2026-11-22 05:00, PT1H",
        "2026-11-22T05:00, PT1H",
        "2026-11-22T05:00Z, PT2H",
        "2026-11-22 05:00+02:00, PT0S"
    })
    void aLengthAndAMomentOfTheOperatorsClockAreBothRead(String typed, Duration length) {
        EndTime end = EndTime.read(typed, NOW, BERLIN);
        assertThat(end.length()).isEqualTo(length);
        assertThat(end.problem().isEmpty()).isEqualTo(!length.isZero());
    }

    @ParameterizedTest
    @CsvSource({"0, later than now", "soon, Write how long", "'', Write how long", "2026-11-21 10:00, is past"})
    void whatCannotBeIsSaidInOneSentence(String typed, String part) {
        assertThat(EndTime.read(typed, NOW, BERLIN).problem()).contains(part);
    }

    @Test
    void aTimeThatTheClocksLeaveOutIsRefusedWithTheNextOne() {
        EndTime end = EndTime.read("2026-03-29 02:30", Instant.parse("2026-03-28T20:00:00Z"), BERLIN);
        assertThat(end.problem()).contains("does not exist").contains("03:00");
    }

    @Test
    void aTimeThatComesTwiceIsRefusedWithBothWaysToWriteIt() {
        Instant before = Instant.parse("2026-10-24T20:00:00Z");
        EndTime end = EndTime.read("02:30", before, BERLIN);
        assertThat(end.problem()).contains("2026-10-25T02:30+02:00").contains("2026-10-25T02:30+01:00");
        assertThat(EndTime.read("2026-10-25T02:30+01:00", before, BERLIN).until())
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void theTextOfAMomentReadsBackAsThatMinute() {
        for (Instant at = Instant.parse("2026-10-24T23:00:00Z");
                at.isBefore(Instant.parse("2026-10-25T03:00:00Z"));
                at = at.plusSeconds(900)) {
            assertThat(EndTime.read(EndTime.text(at, BERLIN), NOW.minus(Duration.ofDays(90)), BERLIN)
                            .until())
                    .isEqualTo(at);
        }
    }
}
