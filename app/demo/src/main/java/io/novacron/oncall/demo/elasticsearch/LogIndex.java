package io.novacron.oncall.demo.elasticsearch;

import io.novacron.oncall.demo.log.LogLine;
import io.novacron.oncall.demo.log.LogStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * All indices and data streams. Behind a data stream stand indices for ten days each, and lines go to the one their time
 * belongs to. Documents can be found once {@link #refresh} was called after they were added. Any thread.
 */
public final class LogIndex implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DAYS_EACH = 10;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd", Locale.ROOT);
    private static final String BACKING = ".ds-";

    private final ConcurrentNavigableMap<String, StoredIndex> indices = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<String, Stream> streams = new ConcurrentSkipListMap<>();

    /** Which indices stand behind a data stream, by name, and how long it is kept. */
    private record Stream(int days, NavigableSet<String> backing) {}

    /** What a pattern matches by name. */
    record Names(List<String> indices, SortedMap<String, List<String>> streams) {}

    /** Adds lines to their data streams, which are created as they come. */
    public void add(List<LogLine> lines) {
        for (LogLine line : lines) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("@timestamp", line.time().toString());
            content.putAll(line.fields());
            content.put("data_stream", line.stream().fields());
            backing(line).add(line.id(), JSON.writeValueAsBytes(content), content);
        }
    }

    /** What was added can be found from now on. */
    public void refresh() {
        indices.values().forEach(StoredIndex::refresh);
    }

    /** Removes every index behind a data stream whose newest line is older than the stream is kept. */
    public void expire(Instant now) {
        streams.forEach((name, stream) -> {
            LocalDate oldest = now.minus(stream.days(), ChronoUnit.DAYS)
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
            String kept = backingName(name, generation(oldest));
            for (String gone : List.copyOf(stream.backing().headSet(kept))) {
                stream.backing().remove(gone);
                StoredIndex index = indices.remove(gone);
                if (index != null) {
                    index.close();
                }
            }
        });
    }

    /** How many documents can be found. */
    public long size() {
        return indices.values().stream().mapToLong(StoredIndex::size).sum();
    }

    @Override
    public void close() {
        indices.values().forEach(StoredIndex::close);
        indices.clear();
        streams.clear();
    }

    private StoredIndex backing(LogLine line) {
        LogStream stream = line.stream();
        String name = backingName(
                stream.name(), generation(line.time().atOffset(ZoneOffset.UTC).toLocalDate()));
        StoredIndex known = indices.get(name);
        if (known != null) {
            return known;
        }
        streams.computeIfAbsent(stream.name(), _ -> new Stream(stream.days(), new ConcurrentSkipListSet<>()))
                .backing()
                .add(name);
        return indices.computeIfAbsent(name, _ -> new StoredIndex(name, true, Mapping.ofLogs()));
    }

    private static long generation(LocalDate day) {
        return Math.floorDiv(ChronoUnit.DAYS.between(FIRST, day), DAYS_EACH);
    }

    /** {@code .ds-logs-novacron.api-30d-2026.11.12-000068}: when it was begun, and the how manieth it is. */
    private static String backingName(String stream, long generation) {
        String begun = DAY.format(FIRST.plusDays(generation * DAYS_EACH));
        return BACKING + stream + "-" + begun + String.format(Locale.ROOT, "-%06d", generation);
    }

    /** Creates an index. @throws Refusal where there is one of that name */
    void create(String name, JsonNode properties) {
        StoredIndex made = new StoredIndex(name, false, Mapping.of(properties));
        if (indices.putIfAbsent(name, made) != null) {
            made.close();
            throw Refusal.of(400, "resource_already_exists_exception", "index [" + name + "] already exists");
        }
    }

    /** The index that a document of that index or data stream is written to; one without a mapping where there is none. */
    StoredIndex writable(String name) {
        Stream stream = streams.get(name);
        String target = stream == null ? name : stream.backing().last();
        return indices.computeIfAbsent(
                target, _ -> new StoredIndex(target, false, Mapping.of(JsonNodeFactory.instance.objectNode())));
    }

    /** The indices and data streams that a list of names and patterns stands for; one that is not there is left out. */
    Names names(String patterns) {
        List<String> found = new ArrayList<>();
        SortedMap<String, List<String>> foundStreams = new TreeMap<>();
        for (String pattern : patterns.split(",", -1)) {
            Wildcard wildcard = Wildcard.ofNames(pattern);
            indices.values().stream()
                    .filter(index -> wildcard.matches(index.name()) && (!index.hidden() || pattern.startsWith(".")))
                    .map(StoredIndex::name)
                    .forEach(found::add);
            streams.forEach((name, stream) -> {
                if (wildcard.matches(name)) {
                    foundStreams.put(name, List.copyOf(stream.backing()));
                }
            });
        }
        return new Names(found.stream().distinct().sorted().toList(), foundStreams);
    }

    /**
     * The indices that are searched for a list of names and patterns, in order of their names.
     *
     * @param patterns null or empty for all
     * @throws Refusal 404 where a name, or with {@code mustBeSome} a pattern, stands for nothing
     */
    List<StoredIndex> resolve(@Nullable String patterns, boolean mayBeMissing, boolean mustBeSome) {
        String all = patterns == null || patterns.isEmpty() || patterns.equals("_all") ? "*" : patterns;
        NavigableSet<String> found = new TreeSet<>();
        for (String pattern : all.split(",", -1)) {
            Names names = names(pattern);
            boolean none = names.indices().isEmpty() && names.streams().isEmpty();
            if (none && (pattern.contains("*") ? mustBeSome : !mayBeMissing)) {
                throw Refusal.noSuchIndex(pattern);
            }
            found.addAll(names.indices());
            names.streams().values().forEach(found::addAll);
        }
        return found.stream().map(indices::get).filter(Objects::nonNull).toList();
    }
}
