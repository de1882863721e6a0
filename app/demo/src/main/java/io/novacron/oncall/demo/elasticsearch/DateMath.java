package io.novacron.oncall.demo.elasticsearch;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Times of queries that are reckoned: {@code now-15m}, {@code now/d}, {@code 2026-11-20||+1M}. */
final class DateMath {

    private DateMath() {}

    /**
     * The instant meant.
     *
     * @param up whether to take the last instant of what was rounded or left out, not the first
     * @throws DateTimeParseException where it cannot be read
     */
    static Instant parse(String text, boolean up, Instant now) {
        if (text.startsWith("now")) {
            return reckoned(now, text, "now".length(), up);
        }
        int bars = text.indexOf("||");
        return bars < 0
                ? Dates.parse(text, up)
                : reckoned(Dates.parse(text.substring(0, bars), false), text, bars + 2, up);
    }

    private static Instant reckoned(Instant from, String text, int start, boolean up) {
        OffsetDateTime time = from.atOffset(ZoneOffset.UTC);
        int at = start;
        while (at < text.length()) {
            char sign = text.charAt(at++);
            int digits = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if ("+-/".indexOf(sign) < 0 || at == text.length() || at - digits > 9) {
                throw unreadable(text, at);
            }
            long count = at == digits ? 1 : Long.parseLong(text.substring(digits, at));
            char unit = text.charAt(at++);
            time = sign == '/'
                    ? rounded(time, unit, up, text, at)
                    : moved(time, sign == '-' ? -count : count, unit, text, at);
        }
        return time.toInstant();
    }

    private static OffsetDateTime moved(OffsetDateTime time, long count, char unit, String text, int at) {
        try {
            return time.plus(count, unit(unit, text, at));
        } catch (DateTimeException | ArithmeticException e) {
            throw unreadable(text, at);
        }
    }

    private static OffsetDateTime rounded(OffsetDateTime time, char unit, boolean up, String text, int at) {
        ChronoUnit of = unit(unit, text, at);
        OffsetDateTime start = switch (of) {
            case YEARS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case WEEKS -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> time.truncatedTo(of);
        };
        return up ? start.plus(1, of).minusNanos(1) : start;
    }

    private static ChronoUnit unit(char letter, String text, int at) {
        return switch (letter) {
            case 'y' -> ChronoUnit.YEARS;
            case 'M' -> ChronoUnit.MONTHS;
            case 'w' -> ChronoUnit.WEEKS;
            case 'd' -> ChronoUnit.DAYS;
            case 'h', 'H' -> ChronoUnit.HOURS;
            case 'm' -> ChronoUnit.MINUTES;
            case 's' -> ChronoUnit.SECONDS;
            default -> throw unreadable(text, at);
        };
    }

    private static DateTimeParseException unreadable(String text, int at) {
        return new DateTimeParseException(
                "failed to parse date math expression [" + text + "]", text, Math.min(at, text.length()));
    }
}
