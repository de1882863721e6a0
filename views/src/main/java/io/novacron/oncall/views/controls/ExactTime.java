package io.novacron.oncall.views.controls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment as every view writes it: in the operator's zone, with UTC where there is room for both. Immutable.
public final class ExactTime {
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss.SSSSSS", Locale.ENGLISH);

    private final ZoneId zone;

    /// @param zone the user's own time zone
    public ExactTime(ZoneId zone) {
        this.zone = zone;
    }

    /// `15:30:00.123` local.
    public String line(Instant at) {
        return MILLIS.format(at.atZone(zone));
    }

    /// `15:30:00` local.
    public String clock(Instant at) {
        return SECONDS.format(at.atZone(zone));
    }

    /// `15:30` local, for an axis of less than a day.
    public String hour(Instant at) {
        return HOUR.format(at.atZone(zone));
    }

    /// `22 Nov 15:30` local.
    public String minutes(Instant at) {
        return MINUTES.format(at.atZone(zone));
    }

    /// `Sun 22 Nov 17:30:00` local.
    public String local(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    /// `Sun 22 Nov 12:00:00 UTC`.
    public static String utc(Instant at) {
        return DAY.format(at.atZone(ZoneOffset.UTC)) + " UTC";
    }

    /// One line: local, and UTC behind it where the zone differs from it.
    public String both(Instant at) {
        boolean same = zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
        return same ? utc(at) : local(at) + "  ·  " + utc(at);
    }

    /// Two lines to the microsecond: local with its offset, and UTC.
    public String hover(Instant at) {
        return MICROS.format(at.atZone(zone)) + " local (" + zone.getRules().getOffset(at) + ")\n"
                + MICROS.format(at.atZone(ZoneOffset.UTC)) + " UTC";
    }
}
