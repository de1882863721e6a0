package io.novacron.oncall.core.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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

    private static final int DAY = 24 * 60;

    /** From {@code first} to {@code last}, both included. */
    public record Range(int first, int last) {

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

    /** All moments between the two (the first excluded) at which {@link #contains} may change its answer. */
    SortedSet<Instant> edges(Instant after, Instant until) {
        SortedSet<Instant> edges = new TreeSet<>();
        LocalDate last = until.atZone(location).toLocalDate();
        for (LocalDate day = after.atZone(location).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            add(edges, day, 0);
            for (Range range : times) {
                add(edges, day, range.first);
                add(edges, day, range.last);
            }
        }
        ZoneOffsetTransition change = location.getRules().nextTransition(after);
        while (change != null && !change.getInstant().isAfter(until)) {
            edges.add(change.getInstant());
            change = location.getRules().nextTransition(change.getInstant());
        }
        edges.removeIf(edge -> !edge.isAfter(after) || edge.isAfter(until));
        return edges;
    }

    /** Where the clock goes back a time of day comes twice, where it goes forward it may not come at all. */
    private void add(SortedSet<Instant> edges, LocalDate day, int minute) {
        LocalDateTime local = day.plusDays(minute / DAY).atStartOfDay().plusMinutes(minute % DAY);
        for (ZoneOffset offset : location.getRules().getValidOffsets(local)) {
            edges.add(local.toInstant(offset));
        }
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
