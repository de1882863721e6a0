package io.novacron.oncall.core.notify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of each day in which only the highest severity rings. They may wrap past midnight; {@code from} is in, {@code to}
 * is not; equal ends are the whole day.
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    public boolean contains(Instant moment) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean before = time.isBefore(to);
        return from.isBefore(to) ? begun && before : begun || before;
    }

    /** {@code 22:00-07:00 Europe/Berlin}. */
    public String words() {
        return from + "-" + to + " " + zone;
    }
}
