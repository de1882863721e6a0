package io.novacron.oncall.demo.alertmanager.config;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * Times at which all of the given kinds hold; an empty list restricts nothing (alerts guide R3).
 *
 * @param times minutes of the day, the end excluded
 * @param daysOfMonth negative days count from the end of the month
 * @param weekdays Sunday is 0
 */
public record TimeInterval(
        List<Range> times,
        List<Range> daysOfMonth,
        List<Range> months,
        List<Range> weekdays,
        List<Range> years,
        ZoneId location) {

    /** From {@code first} to {@code last}, both included. */
    record Range(int first, int last) {

        boolean has(int value) {
            return value >= first && value <= last;
        }
    }

    public TimeInterval {
        times = List.copyOf(times);
        daysOfMonth = List.copyOf(daysOfMonth);
        months = List.copyOf(months);
        weekdays = List.copyOf(weekdays);
        years = List.copyOf(years);
    }

    public boolean contains(Instant time) {
        ZonedDateTime there = time.atZone(location);
        int minute = there.getHour() * 60 + there.getMinute();
        return any(times, range -> minute >= range.first && minute < range.last)
                && any(daysOfMonth, range -> ofMonth(range, there))
                && any(months, range -> range.has(there.getMonthValue()))
                && any(weekdays, range -> range.has(there.getDayOfWeek().getValue() % 7))
                && any(years, range -> range.has(there.getYear()));
    }

    private static boolean any(List<Range> ranges, Predicate<Range> holds) {
        return ranges.isEmpty() || ranges.stream().anyMatch(holds);
    }

    private static boolean ofMonth(Range days, ZonedDateTime there) {
        int length = there.toLocalDate().lengthOfMonth();
        int first = days.first < 0 ? length + days.first + 1 : days.first;
        int last = days.last < 0 ? length + days.last + 1 : days.last;
        return there.getDayOfMonth() >= first && there.getDayOfMonth() <= last;
    }
}
