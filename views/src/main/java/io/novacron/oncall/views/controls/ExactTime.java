package io.novacron.oncall.views.controls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment to the second, in the operator's zone and in UTC: the two times of a war room.
public final class ExactTime {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private ExactTime() {}

    /// `Sun 22 Nov 17:30:00`, in `zone`.
    public static String local(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /// `Sun 22 Nov 12:00:00 UTC`.
    public static String utc(Instant at) {
        return DAY.format(at.atZone(ZoneOffset.UTC)) + " UTC";
    }

    /// `17:30:00`, in `zone`.
    public static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    /// Local time, and UTC behind it where the zone differs from it.
    public static String both(Instant at, ZoneId zone) {
        boolean same = zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
        return same ? utc(at) : local(at, zone) + "  ·  " + utc(at);
    }
}
