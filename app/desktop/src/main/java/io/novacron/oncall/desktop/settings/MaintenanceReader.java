package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Maintenance;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.text.Visible;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The {@code [[maintenance]]} blocks. */
final class MaintenanceReader {

    private static final List<String> KEYS =
            List.of("name", "cluster", "match", "days", "at", "zone", "length", "comment");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private MaintenanceReader() {}

    static List<Maintenance> maintenance(Block root) {
        List<Maintenance> plans = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Block block : root.blocks("maintenance")) {
            block.allow(KEYS);
            read(block).ifPresent(plan -> {
                if (names.add(plan.name())) {
                    plans.add(plan);
                } else {
                    block.problem(
                            "name",
                            "Two [[maintenance]] are called \"" + Visible.line(plan.name(), 60)
                                    + "\"; give each a name of its own.");
                }
            });
        }
        return plans;
    }

    private static Optional<Maintenance> read(Block block) {
        Optional<String> name = block.requiredText("name", "\"nightly backup\"");
        Optional<List<Matcher>> match = match(block);
        Optional<LocalTime> at = at(block);
        ZoneId zone = zone(block);
        Set<DayOfWeek> days = days(block);
        if (!block.has("length")) {
            block.missing("length", "\"2h\"");
        }
        Duration length =
                Durations.read(block, "length", Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofHours(24));
        String comment = block.text("comment").orElse("");
        String cluster = block.text("cluster").orElse("");
        if (name.isEmpty() || match.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Maintenance(
                name.get(),
                cluster,
                match.get(),
                days,
                at.get(),
                zone,
                length,
                comment.isBlank() ? "maintenance " + name.get() : comment));
    }

    private static Optional<List<Matcher>> match(Block block) {
        Optional<String> text = block.requiredText("match", "'service=\"backup\"'");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Matcher> matchers = MatcherParser.list(text.get(), Dialect.FALLBACK);
            if (matchers.stream().allMatch(matcher -> matcher.op().negative())) {
                block.problem(
                        "match",
                        "The key match of [[maintenance]] needs a matcher with = or =~; without one it silences nearly"
                                + " everything.");
                return Optional.empty();
            }
            return Optional.of(matchers);
        } catch (MatcherSyntaxException e) {
            block.problem(
                    "match",
                    "The matchers of [[maintenance]] are wrong at column " + e.column() + " of their text: "
                            + e.text());
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> at(Block block) {
        Optional<String> text = block.requiredText("at", "\"02:30\"");
        try {
            return text.map(written -> LocalTime.parse(written, CLOCK));
        } catch (DateTimeException e) {
            block.problem("at", "The key at of [[maintenance]] is no time of day; write for example \"02:30\".");
            return Optional.empty();
        }
    }

    private static ZoneId zone(Block block) {
        Optional<String> text = block.text("zone");
        try {
            return ZoneId.of(text.orElse("UTC"));
        } catch (DateTimeException e) {
            block.problem(
                    "zone", "The key zone of [[maintenance]] is no time zone; write for example \"Europe/Berlin\".");
            return ZoneId.of("UTC");
        }
    }

    private static Set<DayOfWeek> days(Block block) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Block.Item item : block.texts("days")) {
            int index = DAYS.indexOf(item.text());
            if (index < 0) {
                block.problem(
                        item.place(),
                        "Unknown day \"" + Visible.line(item.text(), 20) + "\" of [[maintenance]]"
                                + NearestName.hint(item.text(), DAYS));
            } else {
                days.add(DayOfWeek.of(index + 1));
            }
        }
        return days;
    }
}
