package io.novacron.oncall.core.source;

import io.novacron.oncall.core.settings.SourceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the reads of one source; its status at any moment follows from it alone (reliability guide §1).
 *
 * @param begun when the console began to ask, on both clocks
 * @param good the last good answer, null before the first
 * @param error the failure since then, null if the last read was good
 */
record SourceTrack(
        SourceSettings source,
        Moment begun,
        @Nullable Good good,
        @Nullable SourceError error) {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration SKEW_LIMIT = Duration.ofSeconds(30);

    /** One moment on the wall clock and on the monotonic one: a machine that slept moves only the first, a set clock too. */
    record Moment(Instant wall, long nanos) {

        /** The larger of the two readings, so that neither sleep nor a clock set back makes old data young. */
        Duration age(Moment now) {
            Duration byWall = Duration.between(wall, now.wall);
            Duration byNanos = Duration.ofNanos(now.nanos - nanos);
            return byWall.compareTo(byNanos) > 0 ? byWall : byNanos;
        }
    }

    record Good(Moment at, Contact contact) {}

    SourceTrack answered(Moment at, Contact contact) {
        return new SourceTrack(source, begun, new Good(at, contact), null);
    }

    SourceTrack failed(SourceError failure) {
        return new SourceTrack(source, begun, good, failure);
    }

    SourceStatus status(Moment now) {
        List<Condition> conditions = new ArrayList<>();
        addAge(conditions, now);
        if (error != null) {
            conditions.add(new Condition(error.state(), error.sentence()));
        }
        Contact contact = good == null ? null : good.contact();
        if (contact != null) {
            addSkew(conditions, contact);
            contact.conditions().stream()
                    .filter(c -> c.state() != SourceState.LIVE)
                    .forEach(conditions::add);
        }
        conditions.sort(Comparator.comparing(Condition::state));
        List<SourceState> states =
                conditions.stream().map(Condition::state).distinct().toList();
        return new SourceStatus(
                source.name(),
                source.kind(),
                source.cluster(),
                states.isEmpty() ? List.of(SourceState.LIVE) : states,
                reason(conditions, contact),
                good == null ? null : good.at().wall(),
                contact == null ? "" : contact.version(),
                contact == null ? "" : contact.flavour(),
                contact == null ? null : contact.latency(),
                contact == null ? null : contact.skew(),
                contact == null ? null : contact.tlsNotAfter(),
                source.every());
    }

    private void addAge(List<Condition> conditions, Moment now) {
        Duration age = (good == null ? begun : good.at()).age(now);
        String since = good == null ? "no good answer yet, asked for " : "last good answer is older than ";
        Duration late = source.every().multipliedBy(2).plus(GRACE);
        Duration stale = source.every().multipliedBy(5).plus(GRACE);
        if (good == null || age.compareTo(late) > 0) {
            conditions.add(new Condition(SourceState.LATE, since + (good == null ? age : late).toSeconds() + " s"));
        }
        if (age.compareTo(stale) > 0) {
            conditions.add(new Condition(SourceState.STALE, since + stale.toSeconds() + " s"));
        }
    }

    private static void addSkew(List<Condition> conditions, Contact contact) {
        Duration skew = contact.skew();
        if (skew != null && skew.abs().compareTo(SKEW_LIMIT) > 0) {
            String direction = skew.isNegative() ? " s behind ours" : " s ahead of ours";
            conditions.add(new Condition(
                    SourceState.SKEWED, "its clock is " + skew.abs().toSeconds() + direction));
        }
    }

    /** An error says more than the age that follows from it. */
    private String reason(List<Condition> sorted, @Nullable Contact contact) {
        if (error != null) {
            return error.sentence();
        }
        if (!sorted.isEmpty()) {
            return sorted.getFirst().reason();
        }
        return contact == null
                ? ""
                : contact.conditions().stream()
                        .map(Condition::reason)
                        .findFirst()
                        .orElse("");
    }
}
