package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.notify.QuietHours;
import io.novacron.oncall.core.notify.Tone;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.settings.NotifySettings.Filter;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code [notify]}: what rings, how and when. */
final class NotifyReader {

    private static final List<String> KEYS = List.of(
            "enabled",
            "volume",
            "severities",
            "sound",
            "filter",
            "quiet_hours",
            "zone",
            "repeat_until_seen",
            "group_by",
            "cluster_labels");
    private static final List<String> FILTER = List.of("match", "severities", "sound");
    private static final List<String> SEVERITIES =
            List.of(Severity.values()).stream().map(NotifyReader::word).toList();
    private static final NotifySettings USUAL = NotifySettings.DEFAULT;

    private NotifyReader() {}

    static NotifySettings read(Optional<Block> written) {
        if (written.isEmpty()) {
            return USUAL;
        }
        Block block = written.get();
        block.allow(KEYS);
        return new NotifySettings(
                block.flag("enabled").orElse(USUAL.enabled()),
                volume(block),
                block.has("severities") ? severities(block) : USUAL.severities(),
                sound(block),
                block.has("filter") ? filters(block) : List.of(),
                quiet(block),
                block.flag("repeat_until_seen").orElse(USUAL.repeatUntilSeen()),
                block.has("group_by") ? texts(block, "group_by") : USUAL.groupBy(),
                block.has("cluster_labels") ? new TreeSet<>(texts(block, "cluster_labels")) : USUAL.clusterLabels());
    }

    private static int volume(Block block) {
        Optional<Long> number = block.number("volume");
        if (number.isPresent() && (number.get() < 0 || number.get() > 100)) {
            block.problem("volume", "The key volume of [notify] must lie between 0 (no sound) and 100.");
            return USUAL.volume();
        }
        return number.map(Long::intValue).orElse(USUAL.volume());
    }

    private static Set<Severity> severities(Block block) {
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        for (Block.Item item : block.texts("severities")) {
            Optional<Severity> severity = severity(item.text());
            if (severity.isEmpty()) {
                block.problem(
                        item.place(),
                        "The key severities of " + block.name() + " names no severity there"
                                + NearestName.hint(item.text(), SEVERITIES));
            }
            severity.ifPresent(severities::add);
        }
        return severities;
    }

    private static Map<Severity, Tone> sound(Block block) {
        Map<Severity, Tone> sound = new EnumMap<>(USUAL.sound());
        block.block("sound").ifPresent(table -> {
            table.allow(SEVERITIES);
            for (Severity severity : Severity.values()) {
                table.choice(word(severity), List.of(Tone.values()), Tone::word)
                        .ifPresent(tone -> sound.put(severity, tone));
            }
        });
        return sound;
    }

    private static List<Filter> filters(Block block) {
        List<Filter> filters = new ArrayList<>();
        for (Block each : block.blocks("filter")) {
            Block filter = each.named("[[notify.filter]]");
            filter.allow(FILTER);
            Set<Severity> severities = filter.has("severities") ? severities(filter) : Set.of();
            Optional<Tone> tone = filter.choice("sound", List.of(Tone.values()), Tone::word);
            match(filter).ifPresent(matchers -> filters.add(new Filter(matchers, severities, tone)));
        }
        return filters;
    }

    private static Optional<List<Matcher>> match(Block filter) {
        Optional<String> text = filter.requiredText("match", "'team=\"storage\"'");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MatcherParser.list(text.get(), Dialect.FALLBACK));
        } catch (MatcherSyntaxException e) {
            filter.problem(
                    "match",
                    "The matchers of [[notify.filter]] are wrong at column " + e.column() + " of their text: "
                            + e.text());
            return Optional.empty();
        }
    }

    private static Optional<QuietHours> quiet(Block block) {
        ZoneId zone = zone(block);
        Optional<String> text = block.text("quiet_hours");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int dash = text.get().indexOf('-');
        try {
            LocalTime from =
                    LocalTime.parse(text.get().substring(0, Math.max(0, dash)).strip());
            LocalTime to = LocalTime.parse(text.get().substring(dash + 1).strip());
            return Optional.of(new QuietHours(from, to, zone));
        } catch (DateTimeException e) {
            block.problem("quiet_hours", "The key quiet_hours of [notify] must look like \"22:00-07:00\".");
            return Optional.empty();
        }
    }

    private static ZoneId zone(Block block) {
        Optional<String> name = block.text("zone");
        try {
            return name.isPresent() ? ZoneId.of(name.get()) : ZoneId.systemDefault();
        } catch (DateTimeException e) {
            block.problem("zone", "The key zone of [notify] names no time zone; write for example \"Europe/Berlin\".");
            return ZoneId.systemDefault();
        }
    }

    private static List<String> texts(Block block, String key) {
        return block.texts(key).stream().map(Block.Item::text).toList();
    }

    private static Optional<Severity> severity(String word) {
        return List.of(Severity.values()).stream()
                .filter(severity -> word(severity).equalsIgnoreCase(word))
                .findFirst();
    }

    /** As the file writes it: {@code S1} to {@code S5}, {@code unknown}. */
    private static String word(Severity severity) {
        return severity == Severity.UNKNOWN ? severity.name().toLowerCase(Locale.ROOT) : severity.mark();
    }
}
