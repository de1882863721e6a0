package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.text.Visible;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tomlj.TomlPosition;

/** The {@code [[source]]} blocks. */
final class SourceReader {

    private static final List<String> KEYS = List.of(
            "name",
            "kind",
            "environment",
            "cluster",
            "urls",
            "every",
            "headers",
            "basic",
            "bearer",
            "api_key",
            "tls",
            "indices",
            "rearm",
            "extender");
    private static final List<String> INDICES = List.of("logs-*");
    private static final Duration LONGEST = Duration.ofHours(1);

    private final AccessReader access;
    private final Map<String, TomlPosition> names = new LinkedHashMap<>();

    SourceReader(Path file) {
        this.access = new AccessReader(file);
    }

    List<SourceSettings> sources(Block root) {
        List<SourceSettings> sources = new ArrayList<>();
        for (Block block : root.blocks("source")) {
            source(block).ifPresent(sources::add);
        }
        return sources;
    }

    private Optional<SourceSettings> source(Block unnamed) {
        Optional<String> name = unnamed.requiredText("name", "name = \"am-eu\"");
        Block block = unnamed.named(
                "[[source]]" + name.map(n -> " \"" + Visible.line(n, 60) + "\"").orElse(""));
        name.ifPresent(n -> unique(block, n));
        block.allow(KEYS);
        Optional<SourceKind> kind = kind(block);
        SourceSettings settings = new SourceSettings(
                name.orElse(""),
                kind.orElse(SourceKind.PROMETHEUS),
                block.text("environment").orElse(""),
                block.text("cluster")
                        .filter(text -> !text.isBlank())
                        .or(() -> name)
                        .orElse(""),
                Urls.read(block),
                Durations.read(block, "every", SourceSettings.EVERY, Duration.ofSeconds(1), LONGEST),
                access.headers(block),
                access.credential(block),
                access.ca(block).orElse(null),
                indices(block, kind),
                rearm(block, kind),
                kthxbye(block, kind));
        return kind.map(known -> settings);
    }

    private void unique(Block block, String name) {
        TomlPosition first = names.putIfAbsent(name, block.placeOf("name"));
        if (first != null) {
            block.problem(
                    "name",
                    "The name \"%s\" is taken by the source of line %d; give each source a name of its own."
                            .formatted(Visible.line(name, 60), first.line()));
        }
        if (Visible.suspicious(name)) {
            block.problem(
                    "name",
                    "The name of a source must be short and print as it is; write it without hidden characters.");
        }
    }

    private static Optional<SourceKind> kind(Block block) {
        if (!block.has("kind")) {
            block.missing("kind", "kind = \"alertmanager\"");
        }
        return block.choice("kind", List.of(SourceKind.values()), SourceKind::word);
    }

    private static List<String> indices(Block block, Optional<SourceKind> kind) {
        only(block, "indices", kind, SourceKind.ELASTICSEARCH);
        List<String> indices =
                block.texts("indices").stream().map(Block.Item::text).toList();
        if (block.has("indices") && (indices.isEmpty() || indices.stream().anyMatch(String::isBlank))) {
            block.problem(
                    "indices", "The key indices of " + block.name() + " must name at least one index, none empty.");
        }
        if (kind.isEmpty() || kind.get() != SourceKind.ELASTICSEARCH) {
            return List.of();
        }
        return block.has("indices") ? indices : INDICES;
    }

    private static boolean rearm(Block block, Optional<SourceKind> kind) {
        only(block, "rearm", kind, SourceKind.ALERTMANAGER);
        boolean alertmanager = kind.isPresent() && kind.get() == SourceKind.ALERTMANAGER;
        return block.flag("rearm").orElse(alertmanager) && alertmanager;
    }

    private enum Extender {
        KTHXBYE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static boolean kthxbye(Block block, Optional<SourceKind> kind) {
        only(block, "extender", kind, SourceKind.ALERTMANAGER);
        return block.choice("extender", List.of(Extender.values()), Extender::word)
                .isPresent();
    }

    private static void only(Block block, String key, Optional<SourceKind> kind, SourceKind owner) {
        if (block.has(key) && kind.isPresent() && kind.get() != owner) {
            block.problem(
                    key,
                    "The key %s is for a source of kind %s only; remove it from %s."
                            .formatted(key, owner.word(), block.name()));
        }
    }
}
