package io.novacron.oncall.core.routing;

import com.google.re2j.Pattern;
import io.novacron.oncall.core.routing.TimeInterval.Range;
import io.novacron.oncall.core.text.Visible;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code time_intervals} and the older {@code mute_time_intervals}. */
final class TimeIntervals {

    private static final Set<String> KNOWN =
            Set.of("times", "weekdays", "days_of_month", "months", "years", "location");
    private static final List<String> DAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Pattern CLOCK = Pattern.compile("(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)");

    private interface Value {
        int of(String text, ConfigNode node) throws ConfigException;
    }

    private final List<String> notes;
    private final Map<String, List<TimeInterval>> intervals = new LinkedHashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();

    TimeIntervals(List<String> notes) {
        this.notes = notes;
    }

    Timetable read(ConfigNode document) throws ConfigException {
        for (String section : List.of("mute_time_intervals", "time_intervals")) {
            for (ConfigNode node : document.at(section).items()) {
                String name = node.at("name").text();
                if (name.isEmpty() || intervals.containsKey(name)) {
                    throw node.wrong(
                            "each time interval has a name of its own; \"" + Visible.line(name, 60) + "\" is none");
                }
                List<TimeInterval> list = new ArrayList<>();
                for (ConfigNode one : node.at("time_intervals").items()) {
                    list.add(interval(name, one));
                }
                intervals.put(name, list);
            }
        }
        return new Timetable(intervals, unread);
    }

    private TimeInterval interval(String name, ConfigNode node) throws ConfigException {
        for (String key : node.entries().keySet()) {
            if (!KNOWN.contains(key)) {
                doubt(name, node.at(key).place() + " is not known to this program");
            }
        }
        List<Range> times = new ArrayList<>();
        for (ConfigNode time : node.at("times").items()) {
            Range range = new Range(minute(time.at("start_time")), minute(time.at("end_time")));
            require(range.first() < range.last(), time, "a time range ends after it starts");
            times.add(range);
        }
        return new TimeInterval(
                times,
                ranges(node.at("days_of_month"), TimeIntervals::dayOfMonth),
                ranges(node.at("months"), TimeIntervals::month),
                ranges(node.at("weekdays"), TimeIntervals::weekday),
                ranges(node.at("years"), TimeIntervals::number),
                zone(name, node.at("location")));
    }

    /** A zone that only the server knows, such as {@code Local}, does not lose the tree. */
    private ZoneId zone(String interval, ConfigNode node) throws ConfigException {
        String name = node.text();
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            doubt(interval, node.place() + ": " + Visible.line(name, 60) + " is no time zone known here");
            return ZoneOffset.UTC;
        }
    }

    private void doubt(String interval, String note) {
        unread.add(interval);
        notes.add(note);
    }

    private static int minute(ConfigNode node) throws ConfigException {
        String clock = node.text();
        require(
                CLOCK.matches(clock),
                node,
                "\"" + Visible.line(clock, 40) + "\" is no time of day; write it as 08:30, at most 24:00");
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    }

    /** {@code a} or {@code a:b}. */
    private static List<Range> ranges(ConfigNode list, Value value) throws ConfigException {
        List<Range> ranges = new ArrayList<>();
        for (ConfigNode one : list.items()) {
            String text = one.text().toLowerCase(Locale.ROOT);
            int colon = text.indexOf(':');
            int first = value.of(colon < 0 ? text : text.substring(0, colon), one);
            int last = colon < 0 ? first : value.of(text.substring(colon + 1), one);
            require(
                    fromTheEnd(first) <= fromTheEnd(last) && !(first < 0 && last > 0),
                    one,
                    "the range \"" + Visible.line(text, 40) + "\" ends before it starts; write the earlier one first");
            ranges.add(new Range(first, last));
        }
        return ranges;
    }

    /** Negative days of a month are compared as those of its shortest, as the server does. */
    private static int fromTheEnd(int value) {
        return value < 0 ? 28 + value : value;
    }

    private static int weekday(String name, ConfigNode node) throws ConfigException {
        require(
                DAYS.contains(name),
                node,
                "\"" + Visible.line(name, 40) + "\" is no weekday; write one of " + String.join(", ", DAYS));
        return DAYS.indexOf(name);
    }

    private static int month(String name, ConfigNode node) throws ConfigException {
        return MONTHS.contains(name) ? MONTHS.indexOf(name) + 1 : number(name, node);
    }

    private static int dayOfMonth(String text, ConfigNode node) throws ConfigException {
        int day = number(text, node);
        require(day != 0 && Math.abs(day) <= 31, node, day + " is no day of a month; write 1 to 31 or -1 to -31");
        return day;
    }

    private static int number(String text, ConfigNode node) throws ConfigException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw node.wrong("\"" + Visible.line(text, 40) + "\" is no number; write one, as in 1:5");
        }
    }

    private static void require(boolean holds, ConfigNode node, String otherwise) throws ConfigException {
        if (!holds) {
            throw node.wrong(otherwise);
        }
    }
}
