package io.novacron.oncall.demo.elasticsearch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Times of documents and queries: {@code strict_date_optional_time||epoch_millis}. What is left out is rounded down or up. */
final class Dates {

    private static final int NANOS = 1_000_000_000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Dates() {}

    /**
     * From {@code 2026}, {@code 2026-11-22T18:30}, {@code 2026-11-22T18:30:15.123456789+01:00} or milliseconds.
     *
     * @param up whether to take the last instant meant, not the first
     * @throws DateTimeParseException where it is neither
     */
    static Instant parse(String text, boolean up) {
        try {
            return isIso(text) ? iso(text, up) : millis(text, up);
        } catch (DateTimeException | ArithmeticException | NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new DateTimeParseException(
                    "failed to parse date field [" + text + "] with format [strict_date_optional_time||epoch_millis]",
                    text,
                    0,
                    e);
        }
    }

    /** The nanoseconds since 1970, or the nearest that 64 bits can say. */
    static long nanos(Instant time) {
        try {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
        } catch (ArithmeticException e) {
            return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static boolean isIso(String text) {
        return text.length() >= 4
                && text.chars().limit(4).allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 4 || text.charAt(4) == '-');
    }

    private static Instant millis(String text, boolean up) {
        BigDecimal millis = new BigDecimal(text);
        BigDecimal nanos = millis.movePointRight(6).setScale(0, RoundingMode.DOWN);
        long whole = nanos.longValueExact() + (up && millis.scale() <= 0 ? NANOS_PER_MILLI - 1 : 0);
        return Instant.ofEpochSecond(Math.floorDiv(whole, NANOS), Math.floorMod(whole, NANOS));
    }

    private static Instant iso(String text, boolean up) {
        int at = text.indexOf('T');
        if (at < 0) {
            return date(text).atTime(up ? LocalTime.MAX : LocalTime.MIN).toInstant(ZoneOffset.UTC);
        }
        LocalDate date = LocalDate.parse(text.substring(0, at));
        String rest = text.substring(at + 1);
        int zone = zoneStart(rest);
        ZoneOffset offset = zone < 0 ? ZoneOffset.UTC : ZoneOffset.of(rest.substring(zone));
        LocalTime time = time(zone < 0 ? rest : rest.substring(0, zone), up);
        return LocalDateTime.of(date, time).toInstant(offset);
    }

    /** Of a bare year or month the first day, even where times are rounded up, as the product has it. */
    private static LocalDate date(String text) {
        return switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    private static int zoneStart(String time) {
        for (int i = 0; i < time.length(); i++) {
            if ("Z+-".indexOf(time.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static LocalTime time(String text, boolean up) {
        return switch (text.length()) {
            case 0 -> up ? LocalTime.MAX : LocalTime.MIN;
            case 2 -> LocalTime.of(Integer.parseInt(text), up ? 59 : 0, up ? 59 : 0, up ? NANOS - 1 : 0);
            case 5 -> LocalTime.parse(text).plusNanos(up ? 60L * NANOS - 1 : 0);
            case 8 -> LocalTime.parse(text).plusNanos(up ? NANOS - 1 : 0);
            default -> LocalTime.parse(text);
        };
    }
}
