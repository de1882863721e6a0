package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.views.controls.ExactTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a silence ends, as it is typed: so long from now, or at a moment of the operator's own clock. A moment that the
/// change to or from summer time leaves out or has twice is never guessed. Pure.
///
/// @param length  from now; zero where it cannot be read
/// @param until   the moment, where one was typed
/// @param problem one sentence; empty where it can be read
record EndTime(Duration length, @Nullable Instant until, String problem) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /// @param now  the server's time
    /// @param zone the operator's own time zone
    static EndTime read(String typed, Instant now, ZoneId zone) {
        String text = typed.strip();
        String moment =
                text.startsWith("until ") ? text.substring("until ".length()).strip() : text;
        try {
            Optional<Instant> absolute = moment(moment, now, zone);
            if (absolute.isPresent()) {
                return at(absolute.get(), now, zone);
            }
            Duration length = PromDuration.parse(text);
            return length.isZero() ? wrong("A silence must end later than now.") : new EndTime(length, null, "");
        } catch (TwiceOrNever e) {
            return wrong(e.sentence);
        } catch (DurationSyntaxException e) {
            return wrong("Write how long, as in 2h or 1h30m, or until when, as in 09:30 or 2026-11-23 09:30.");
        }
    }

    /// What is typed to say this moment again.
    static String text(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        boolean plain = zone.getRules().getValidOffsets(local).size() == 1;
        String day = local.toLocalDate().toString();
        return plain
                ? day + " " + CLOCK.format(local)
                : day + "T" + CLOCK.format(local) + zone.getRules().getOffset(at);
    }

    private static EndTime at(Instant until, Instant now, ZoneId zone) {
        return until.isAfter(now)
                ? new EndTime(Duration.between(now, until), until, "")
                : wrong("A silence must end later than now; " + new ExactTime(zone).both(until) + " is past.");
    }

    private static EndTime wrong(String sentence) {
        return new EndTime(Duration.ZERO, null, sentence);
    }

    /// Carries the sentence about a local time that is no single moment.
    private static final class TwiceOrNever extends Exception {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        TwiceOrNever(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }

    private static Optional<Instant> moment(String text, Instant now, ZoneId zone) throws TwiceOrNever {
        LocalDateTime today = LocalDateTime.ofInstant(now, zone);
        Optional<LocalTime> clock = parse(() -> LocalTime.parse(text, CLOCK));
        if (clock.isPresent()) {
            LocalDate day = clock.get().isAfter(today.toLocalTime())
                    ? today.toLocalDate()
                    : today.toLocalDate().plusDays(1);
            return Optional.of(single(day.atTime(clock.get()), zone));
        }
        Optional<LocalDateTime> local = parse(() -> LocalDateTime.parse(text.replace(' ', 'T')));
        if (local.isPresent()) {
            return Optional.of(single(local.get(), zone));
        }
        return parse(() -> OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    }

    private interface Parse<T> {
        T run();
    }

    private static <T> Optional<T> parse(Parse<T> parse) {
        try {
            return Optional.of(parse.run());
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    private static Instant single(LocalDateTime local, ZoneId zone) throws TwiceOrNever {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toInstant(offsets.getFirst());
        }
        String when = CLOCK.format(local) + " on " + DAY.format(local);
        if (offsets.isEmpty()) {
            LocalDateTime after = zone.getRules().getTransition(local).getDateTimeAfter();
            throw new TwiceOrNever(when + " does not exist: the clocks go forward then; the next moment is "
                    + CLOCK.format(after) + ".");
        }
        throw new TwiceOrNever(when + " comes twice, since the clocks go back then; write "
                + local.toLocalDate() + "T" + CLOCK.format(local) + offsets.getFirst() + " or "
                + local.toLocalDate() + "T" + CLOCK.format(local) + offsets.getLast() + ".");
    }
}
