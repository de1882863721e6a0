package io.novacron.oncall.core.silence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A recurring maintenance: on some days of the week, from a time of day in a time zone, the alerts of some labels are quiet.
 *
 * @param name tells its silences from those of others; never changes their meaning
 * @param cluster empty for every Alertmanager cluster
 * @param days empty for every day
 * @param length of each window, whatever the clocks do meanwhile
 */
public record Maintenance(
        String name,
        String cluster,
        List<Matcher> matchers,
        SortedSet<DayOfWeek> days,
        LocalTime at,
        ZoneId zone,
        Duration length,
        String comment) {

    public Maintenance {
        matchers = List.copyOf(matchers);
        days = new TreeSet<>(days);
    }

    public Maintenance(
            String name,
            String cluster,
            List<Matcher> matchers,
            Set<DayOfWeek> days,
            LocalTime at,
            ZoneId zone,
            Duration length,
            String comment) {
        this(name, cluster, matchers, new TreeSet<>(days), at, zone, length, comment);
    }

    /** The windows that are open at {@code now} or begin within {@code ahead} of it, in their order. */
    public List<MaintenanceWindow> windows(Instant now, Duration ahead) {
        LocalDate first =
                LocalDateTime.ofInstant(now.minus(length), zone).toLocalDate().minusDays(1);
        LocalDate last =
                LocalDateTime.ofInstant(now.plus(ahead), zone).toLocalDate().plusDays(1);
        List<MaintenanceWindow> windows = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (days.isEmpty() || days.contains(day.getDayOfWeek())) {
                Instant start = start(day.atTime(at));
                Instant end = start.plus(length);
                if (end.isAfter(now) && !start.isAfter(now.plus(ahead))) {
                    windows.add(new MaintenanceWindow(this, start, end));
                }
            }
        }
        return windows;
    }

    /** A time that the clocks leave out begins when they go forward; of one that comes twice the first counts. */
    private Instant start(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(local).getInstant()
                : local.toInstant(offsets.getFirst());
    }
}
