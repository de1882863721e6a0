package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.settings.AlertSettings;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.triage.Categories;
import io.novacron.oncall.core.triage.ReplicaLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code [alerts]} block. */
final class AlertsReader {

    private static final List<String> KEYS = List.of("severities", "categories", "replica_labels");
    private static final List<Severity> LEVELS = Arrays.stream(Severity.values())
            .filter(severity -> severity != Severity.UNKNOWN)
            .toList();

    private AlertsReader() {}

    static AlertSettings alerts(Block root) {
        Optional<Block> block = root.block("alerts").map(found -> found.named("[alerts]"));
        if (block.isEmpty()) {
            return AlertSettings.DEFAULT;
        }
        Block alerts = block.get();
        alerts.allow(KEYS);
        return new AlertSettings(
                alerts.block("severities")
                        .map(found -> severities(found.named("[alerts.severities]")))
                        .orElse(SeverityMap.DEFAULT),
                alerts.block("categories")
                        .map(found -> categories(found.named("[alerts.categories]")))
                        .orElse(Categories.DEFAULT),
                alerts.has("replica_labels") ? replicas(alerts) : ReplicaLabels.DEFAULT);
    }

    /** The words of NovaCron, with those that are written here added or moved. */
    private static SeverityMap severities(Block block) {
        block.allow(LEVELS.stream().map(Severity::mark).toList());
        Map<String, Severity> words = new HashMap<>(SeverityMap.DEFAULT.byWord());
        Set<String> written = new HashSet<>();
        for (Severity level : LEVELS) {
            for (Block.Item word : block.texts(level.mark())) {
                String lower = word.text().strip().toLowerCase(Locale.ROOT);
                if (!written.add(lower)) {
                    block.problem(word.place(), "This word of [alerts.severities] is written twice; keep it once.");
                }
                words.put(lower, level);
            }
        }
        return new SeverityMap(words);
    }

    private static Categories categories(Block block) {
        Map<String, List<List<Matcher>>> categories = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(block.keys());
        names.sort(Comparator.comparingInt(name -> block.placeOf(name).line()));
        for (String name : names) {
            List<List<Matcher>> either = new ArrayList<>();
            for (Block.Item matchers : block.oneOrMore(name)) {
                matchers(block, matchers).ifPresent(either::add);
            }
            categories.put(name, either);
        }
        try {
            return Categories.of(categories);
        } catch (MatcherSyntaxException e) {
            block.problem(block.place(), "A pattern of [alerts.categories] cannot be used: " + e.text());
            return Categories.DEFAULT;
        }
    }

    private static Optional<List<Matcher>> matchers(Block block, Block.Item item) {
        try {
            List<Matcher> matchers = MatcherParser.list(item.text(), Dialect.FALLBACK);
            if (!matchers.isEmpty()) {
                return Optional.of(matchers);
            }
            block.problem(
                    item.place(),
                    "This category of [alerts.categories] holds no matcher; write 'category=\"security\"'.");
        } catch (MatcherSyntaxException e) {
            block.problem(
                    item.place(),
                    "The matchers of [alerts.categories] are wrong at column " + e.column() + " of their text: "
                            + e.text());
        }
        return Optional.empty();
    }

    private static ReplicaLabels replicas(Block block) {
        Set<String> names = new HashSet<>();
        block.texts("replica_labels").forEach(item -> names.add(item.text()));
        return new ReplicaLabels(names);
    }
}
