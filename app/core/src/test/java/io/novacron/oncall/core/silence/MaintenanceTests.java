package io.novacron.oncall.core.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaintenanceTests {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Instant SUNDAY = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aDailyWindowIsKnownADayAhead() {
        assertThat(plan(Set.of(), "02:00", "UTC", 2).windows(SUNDAY, DAY))
                .extracting(MaintenanceWindow::startsAt, MaintenanceWindow::endsAt)
                .containsExactly(tuple(Instant.parse("2026-11-23T02:00:00Z"), Instant.parse("2026-11-23T04:00:00Z")));
    }

    @Test
    void aWindowThatIsOpenNowCountsUntilItsEnd() {
        Maintenance plan = plan(Set.of(), "11:00", "UTC", 2);
        assertThat(starts(plan, SUNDAY)).containsExactly("2026-11-22T11:00:00Z", "2026-11-23T11:00:00Z");
        assertThat(starts(plan, Instant.parse("2026-11-22T13:00:00Z"))).containsExactly("2026-11-23T11:00:00Z");
    }

    @Test
    void onlyTheDaysNamedHaveOneByTheCalendarOfTheZone() {
        // 01:00 on Monday in Auckland is noon on Sunday in UTC
        Maintenance plan = plan(Set.of(DayOfWeek.MONDAY), "01:00", "Pacific/Auckland", 1);
        assertThat(starts(plan, SUNDAY)).containsExactly("2026-11-22T12:00:00Z");
        assertThat(starts(plan, SUNDAY.plus(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void aTimeThatTheClocksLeaveOutBeginsWhenTheyGoForward() {
        Maintenance plan = plan(Set.of(), "02:30", "Europe/Berlin", 1);
        assertThat(starts(plan, Instant.parse("2026-03-28T12:00:00Z"))).containsExactly("2026-03-29T01:00:00Z");
    }

    @Test
    void ofATimeThatComesTwiceTheFirstCountsAndTheLengthStays() {
        Maintenance plan = plan(Set.of(), "02:30", "Europe/Berlin", 3);
        assertThat(plan.windows(Instant.parse("2026-10-24T12:00:00Z"), DAY))
                .singleElement()
                .satisfies(window -> {
                    assertThat(window.startsAt()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
                    assertThat(window.endsAt()).isEqualTo(Instant.parse("2026-10-25T03:30:00Z"));
                });
    }

    @Test
    void theIdIsTheSameOnEveryConsoleAndAnotherForEachWindowAndCluster() {
        Maintenance plan = plan(Set.of(), "02:00", "UTC", 2);
        MaintenanceWindow window = plan.windows(SUNDAY, DAY).getFirst();
        MaintenanceWindow again = plan(Set.of(), "02:00", "UTC", 2)
                .windows(SUNDAY.plusSeconds(3_600), DAY)
                .getFirst();
        MaintenanceWindow next = plan.windows(SUNDAY.plus(DAY), DAY).getLast();

        assertThat(window.id("eu"))
                .isEqualTo(again.id("eu"))
                .isNotEqualTo(window.id("us"))
                .isNotEqualTo(next.id("eu"));
    }

    private static List<String> starts(Maintenance plan, Instant now) {
        return plan.windows(now, DAY).stream()
                .map(window -> window.startsAt().toString())
                .toList();
    }

    private static Maintenance plan(Set<DayOfWeek> days, String at, String zone, int hours) {
        return new Maintenance(
                "backup",
                "",
                List.of(Matcher.equal("service", "backup")),
                days,
                LocalTime.parse(at),
                ZoneId.of(zone),
                Duration.ofHours(hours),
                "nightly backup");
    }
}
