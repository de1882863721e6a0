package io.novacron.oncall.demo.alertmanager.config;

import com.google.re2j.Pattern;
import io.novacron.oncall.demo.alertmanager.config.TimeInterval.Range;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/** Reads the intervals of one name. */
final class TimeIntervals {

    private static final List<String> KNOWN =
            List.of("times", "weekdays", "days_of_month", "months", "years", "location");
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

    private TimeIntervals() {}

    static List<TimeInterval> read(JsonNode node) {
        List<TimeInterval> intervals = new ArrayList<>();
        for (JsonNode one : node) {
            intervals.add(interval(one));
        }
        return intervals;
    }

    private static TimeInterval interval(JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!KNOWN.contains(field.getKey())) {
                throw new ConfigException(
                        "A time interval has no field " + field.getKey() + "; it may have " + KNOWN + ".");
            }
        }
        List<Range> times = new ArrayList<>();
        for (JsonNode time : node.path("times")) {
            Range range = new Range(
                    minute(time.path("start_time").asString("")),
                    minute(time.path("end_time").asString("")));
            require(range.first() < range.last(), "A time range ends after it starts; " + time + " does not.");
            times.add(range);
        }
        return new TimeInterval(
                times,
                ranges(node.path("days_of_month"), TimeIntervals::number),
                ranges(node.path("months"), name -> MONTHS.contains(name) ? MONTHS.indexOf(name) + 1 : number(name)),
                ranges(node.path("weekdays"), TimeIntervals::weekday),
                ranges(node.path("years"), TimeIntervals::number),
                zone(node.path("location").asString("")));
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new ConfigException(name + " is no time zone; write one as Europe/Berlin.", e);
        }
    }

    private static int minute(String clock) {
        require(CLOCK.matches(clock), "\"" + clock + "\" is no time of day; write it as 08:30, at most 24:00.");
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    }

    /** {@code a} or {@code a:b}. */
    private static List<Range> ranges(JsonNode list, ToIntFunction<String> value) {
        List<Range> ranges = new ArrayList<>();
        for (JsonNode one : list) {
            String text = one.asString().toLowerCase(Locale.ROOT);
            int colon = text.indexOf(':');
            int first = value.applyAsInt(colon < 0 ? text : text.substring(0, colon));
            int last = colon < 0 ? first : value.applyAsInt(text.substring(colon + 1));
            require(
                    first <= last || last < 0,
                    "The range \"" + text + "\" ends before it starts; write the earlier one first.");
            ranges.add(new Range(first, last));
        }
        return ranges;
    }

    private static int weekday(String name) {
        require(DAYS.contains(name), "\"" + name + "\" is no weekday; write one of " + DAYS + ".");
        return DAYS.indexOf(name);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ConfigException("\"" + text + "\" in a time interval is no number; write one, as in 1:5.", e);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ConfigException(message);
        }
    }
}
