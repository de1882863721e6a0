package io.novacron.oncall.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeIntervalTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            times: [{start_time: '08:30', end_time: '09:00'}]                     | 2026-03-02T08:29:59Z | false
            times: [{start_time: '08:30', end_time: '09:00'}]                     | 2026-03-02T08:30:00Z | true
            times: [{start_time: '08:30', end_time: '09:00'}]                     | 2026-03-02T09:00:00Z | false
            times: [{start_time: '23:00', end_time: '24:00'}]                     | 2026-03-02T23:59:59Z | true
            weekdays: [sunday]                                                    | 2026-03-01T12:00:00Z | true
            weekdays: ['Monday:friday']                                           | 2026-03-01T12:00:00Z | false
            weekdays: ['monday:friday']                                           | 2026-03-06T12:00:00Z | true
            days_of_month: ['-1']                                                 | 2026-02-28T12:00:00Z | true
            days_of_month: ['-1']                                                 | 2026-02-27T12:00:00Z | false
            days_of_month: ['-1']                                                 | 2028-02-29T12:00:00Z | true
            days_of_month: ['-3:-1']                                              | 2026-04-28T12:00:00Z | true
            days_of_month: ['-3:-1']                                              | 2026-04-27T12:00:00Z | false
            days_of_month: ['31']                                                 | 2026-02-28T12:00:00Z | false
            days_of_month: ['25:31']                                              | 2026-02-28T12:00:00Z | true
            days_of_month: ['1:-2']                                               | 2026-02-28T12:00:00Z | false
            months: ['march:5']                                                   | 2026-05-31T12:00:00Z | true
            months: ['march:5']                                                   | 2026-06-01T12:00:00Z | false
            years: ['2025:2026']                                                  | 2027-01-01T00:00:00Z | false
            {location: Europe/Berlin, weekdays: [monday]}                         | 2026-03-01T23:30:00Z | true
            {location: Europe/Berlin, days_of_month: ['-1']}                      | 2026-03-31T21:59:00Z | true
            {location: Europe/Berlin, days_of_month: ['-1']}                      | 2026-03-31T22:00:00Z | false
            {location: Europe/Berlin, times: [{start_time: '02:30', end_time: '03:30'}]} | 2026-03-29T01:15:00Z | true
            {weekdays: [monday], times: [{start_time: '08:00', end_time: '09:00'}]}     | 2026-03-02T09:30:00Z | false
            """)
    void aTimeIsInsideWhereAllKindsHold(String yaml, Instant time, boolean inside) throws ConfigException {
        assertThat(interval(yaml).contains(time)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "times: [{start_time: '8:30', end_time: '09:00'}]",
                "times: [{start_time: '10:00', end_time: '09:00'}]",
                "times: [{start_time: '10:00', end_time: '24:30'}]",
                "weekdays: [someday]",
                "weekdays: ['friday:monday']",
                "days_of_month: ['0']",
                "days_of_month: ['-1:5']",
                "days_of_month: ['40']"
            })
    void whatTheServerRefusesIsRefused(String yaml) {
        assertThatThrownBy(() -> interval(yaml)).isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weekdays: [sunday]                                        | 2026-02-28T12:00:00Z | AUDIBLE | 2026-03-01T00:00:00Z
            weekdays: [sunday]                                        | 2026-03-01T12:00:00Z | MUTED   | 2026-03-02T00:00:00Z
            times: [{start_time: '22:00', end_time: '24:00'}]         | 2026-03-01T23:59:59Z | MUTED   | 2026-03-02T00:00:00Z
            times: [{start_time: '02:00', end_time: '04:00'}]         | 2026-03-01T04:00:00Z | AUDIBLE | 2026-03-02T02:00:00Z
            days_of_month: ['-1']                                     | 2026-02-01T00:00:00Z | AUDIBLE | 2026-02-28T00:00:00Z
            years: ['2020']                                           | 2026-02-01T00:00:00Z | AUDIBLE |
            {location: Europe/Berlin, times: [{start_time: '02:30', end_time: '03:30'}]} | 2026-03-29T00:59:00Z | AUDIBLE | 2026-03-29T01:00:00Z
            {location: Europe/Berlin, times: [{start_time: '02:00', end_time: '03:00'}]} | 2026-10-25T00:30:00Z | MUTED   | 2026-10-25T02:00:00Z
            """)
    void aMuteSaysWhenItEnds(String yaml, Instant now, Mute.State state, Instant until) throws ConfigException {
        Routing routing = routing(yaml);
        Mute mute = routing.mute(routing.root().children().getFirst(), now);
        assertThat(mute.state()).isEqualTo(state);
        assertThat(mute.until()).isEqualTo(until);
    }

    @Test
    void outsideOfItsActiveIntervalsARouteIsMutedByThem() throws ConfigException {
        Routing routing = Routing.of("""
                route: {receiver: a, routes: [{active_time_intervals: [work]}]}
                receivers: [{name: a}]
                time_intervals:
                  - {name: work, time_intervals: [{times: [{start_time: '09:00', end_time: '17:00'}]}]}
                """);
        Route route = routing.root().children().getFirst();
        assertThat(routing.mute(route, Instant.parse("2026-03-01T17:00:00Z")))
                .isEqualTo(new Mute(Mute.State.MUTED, List.of("work"), Instant.parse("2026-03-02T09:00:00Z")));
        assertThat(routing.mute(route, Instant.parse("2026-03-01T09:00:00Z")))
                .isEqualTo(new Mute(Mute.State.AUDIBLE, List.of(), Instant.parse("2026-03-01T17:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"location: Local", "seasons: [summer]"})
    void anIntervalThatCannotBeReadLeavesTheMuteUnknown(String yaml) throws ConfigException {
        Routing routing = routing(yaml);
        assertThat(routing.notes()).hasSize(1);
        assertThat(routing.mute(routing.root().children().getFirst(), Instant.EPOCH))
                .isEqualTo(new Mute(Mute.State.UNKNOWN, List.of("t"), null));
    }

    private static TimeInterval interval(String yaml) throws ConfigException {
        List<TimeInterval> intervals =
                Objects.requireNonNull(routing(yaml).timetable().intervals().get("t"));
        assertThat(intervals).hasSize(1);
        return intervals.getFirst();
    }

    private static Routing routing(String yaml) throws ConfigException {
        String entry = yaml.startsWith("{") ? yaml : "{" + yaml + "}";
        return Routing.of("""
                route: {receiver: a, routes: [{mute_time_intervals: [t]}]}
                receivers: [{name: a}]
                time_intervals: [{name: t, time_intervals: [%s]}]
                """.formatted(entry));
    }
}
