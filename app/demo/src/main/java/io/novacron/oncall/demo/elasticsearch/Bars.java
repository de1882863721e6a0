package io.novacron.oncall.demo.elasticsearch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Documents counted by time and, within each step of time, by the values of one field. */
final class Bars {

    private static final int MOST = 65_535;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Comparator<Map.Entry<Comparable<?>, Long>> MOST_FIRST =
            Map.Entry.<Comparable<?>, Long>comparingByValue().reversed();

    private static final class Bar {
        private long count;
        private final TreeMap<Comparable<?>, Long> parts = new TreeMap<>();
    }

    private final BarsRequest request;
    private final TreeMap<Long, Bar> bars = new TreeMap<>();

    Bars(BarsRequest request) {
        this.request = request;
    }

    BarsRequest request() {
        return request;
    }

    /** The beginning of the bar of a time. */
    long bar(long millis) {
        return Math.floorDiv(millis, request.step()) * request.step();
    }

    void add(long bar, long documents) {
        bars.computeIfAbsent(bar, _ -> new Bar()).count += documents;
    }

    void add(long bar, Comparable<?> value, long documents) {
        bars.computeIfAbsent(bar, _ -> new Bar()).parts.merge(value, documents, Long::sum);
    }

    /** As the answer has it, bars without documents included. @throws Refusal where there would be too many */
    Map<String, Object> told() {
        Long first = request.first();
        Long last = request.last();
        if (first != null && last != null) {
            if (bar(last) - bar(first) > MOST * request.step()) {
                throw tooMany();
            }
            bars.computeIfAbsent(bar(first), _ -> new Bar());
            bars.computeIfAbsent(bar(last), _ -> new Bar());
        }
        List<Map<String, Object>> buckets = new ArrayList<>();
        if (!bars.isEmpty()) {
            for (long at = bars.firstKey(); at <= bars.lastKey(); at += request.step()) {
                if (buckets.size() > MOST) {
                    throw tooMany();
                }
                Bar bar = bars.get(at);
                buckets.add(bucket(at, bar == null ? new Bar() : bar));
            }
        }
        return Map.of(request.name(), Map.of("buckets", buckets));
    }

    private static Refusal tooMany() {
        return Refusal.of(
                400,
                "too_many_buckets_exception",
                "Trying to create too many buckets. Must be less than or equal to: [" + MOST + "]");
    }

    private Map<String, Object> bucket(long at, Bar bar) {
        Map<String, Object> bucket = new LinkedHashMap<>();
        bucket.put("key_as_string", TIME.format(Instant.ofEpochMilli(at)));
        bucket.put("key", at);
        bucket.put("doc_count", bar.count);
        BarsRequest.Split split = request.split();
        if (split != null) {
            bucket.put(split.name(), parts(bar, split.size()));
        }
        return bucket;
    }

    /** Most documents first; equal ones stay in the order of their values. */
    private static Map<String, Object> parts(Bar bar, int size) {
        List<Map.Entry<Comparable<?>, Long>> all =
                bar.parts.entrySet().stream().sorted(MOST_FIRST).toList();
        List<Map<String, Object>> told = all.stream()
                .limit(size)
                .map(part -> Map.<String, Object>of("key", part.getKey(), "doc_count", part.getValue()))
                .toList();
        long rest = all.stream().skip(size).mapToLong(Map.Entry::getValue).sum();
        return Map.of("doc_count_error_upper_bound", 0, "sum_other_doc_count", rest, "buckets", told);
    }
}
