package io.novacron.oncall.demo.alertmanager.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    void aTimeIsInsideWhereAllKindsHold(String yaml, Instant time, boolean inside) {
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
                "location: Atlantis/Centre",
                "hours: ['1']"
            })
    void whatTheServerRefusesIsRefused(String yaml) {
        assertThatThrownBy(() -> interval(yaml)).isInstanceOf(ConfigException.class);
    }

    private static TimeInterval interval(String yaml) {
        String entry = yaml.startsWith("{") ? yaml : "{" + yaml + "}";
        ConfigReader reader = ConfigReader.of("""
                route: {receiver: a}
                receivers: [{name: a}]
                time_intervals: [{name: t, time_intervals: [%s]}]
                """.formatted(entry));
        List<TimeInterval> intervals = Objects.requireNonNull(reader.intervals().get("t"));
        assertThat(intervals).hasSize(1);
        return intervals.getFirst();
    }
}
