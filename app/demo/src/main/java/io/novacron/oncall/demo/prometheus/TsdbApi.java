package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.promql.SeriesStore;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code status/tsdb}: counts of the series of the last five minutes. */
record TsdbApi(SeriesStore store, Instant oldest, Clock clock) {

    private static final Duration HEAD = Duration.ofMinutes(5);
    private static final int MOST = 10;

    Reply tsdb(Parameters parameters) {
        int limit = parameters.limit() == 0 ? MOST : parameters.limit();
        long now = clock.now().toEpochMilli();
        Map<String, Integer> byName = new TreeMap<>();
        Map<String, Integer> byPair = new TreeMap<>();
        Map<String, Integer> bytes = new TreeMap<>();
        Map<String, Set<String>> values = new TreeMap<>();
        List<StoredSeries> all = store.select(List.of(), now - HEAD.toMillis(), now);
        for (StoredSeries series : all) {
            byName.merge(series.labels().get("__name__"), 1, Integer::sum);
            series.labels().byName().forEach((name, value) -> {
                byPair.merge(name + "=" + value, 1, Integer::sum);
                bytes.merge(name, value.getBytes(StandardCharsets.UTF_8).length, Integer::sum);
                values.computeIfAbsent(name, _ -> new HashSet<>()).add(value);
            });
        }
        Map<String, Integer> distinct = new TreeMap<>();
        values.forEach((name, some) -> distinct.put(name, some.size()));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("numSeries", all.size());
        head.put("numLabelPairs", byPair.size());
        head.put("chunkCount", all.size());
        head.put("minTime", oldest.toEpochMilli());
        head.put("maxTime", now);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("headStats", head);
        data.put("seriesCountByMetricName", top(byName, limit));
        data.put("labelValueCountByLabelName", top(distinct, limit));
        data.put("memoryInBytesByLabelName", top(bytes, limit));
        data.put("seriesCountByLabelValuePair", top(byPair, limit));
        return Answer.of(data);
    }

    private static List<Map<String, Object>> top(Map<String, Integer> counts, int limit) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .map(entry -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("name", entry.getKey());
                    row.put("value", entry.getValue());
                    return row;
                })
                .toList();
    }
}
