package io.novacron.oncall.views.estate;

import io.novacron.oncall.core.log.LogCursor;
import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.core.log.LogTotal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Log lines of the same platform; a query text is a plain word of the message or service.
public final class FakeLogs {
    private static final String[][] LINES = {
        {"info", "novacron-api", "GET /api/vms 200 in %d ms tenant=acme"},
        {"info", "novacron-hypervisor", "domain vm-%d state=running cpu=42%%"},
        {"debug", "novacron-scheduler", "scored %d candidate nodes for placement"},
        {"info", "novacron-frontend", "served /dashboard to session 7c%d"},
        {"info", "novacron-consensus", "heartbeat acknowledged term=41 index=%d"},
        {"warning", "novacron-storage", "slow write: chunk %d took 412 ms on tier nvme-1"},
        {"info", "novacron-redis", "DB saved on disk, %d keys changed"},
        {
            "error",
            "novacron-storage",
            "volume vol-7f3a: no answer from amst-2 within 800 ms (attempt %d)\n\tat storage.Copy.run(Copy.go:118)"
        },
        {"notice", "novacron-postgres", "checkpoint complete: wrote %d buffers"},
        {"critical", "novacron-consensus", "lost quorum: %d of 3 peers answer"},
        {"unknown", "novacron-ai-engine", "forecast batch=%d \u001b[31mdrift\u001b[0m 0.31"}
    };

    private final List<LogEntry> entries = new ArrayList<>();
    private final LogTotal.Relation relation;

    /// `count` lines over the hour before `end`.
    public FakeLogs(long seed, int count, Instant end, LogTotal.Relation relation) {
        this.relation = relation;
        var random = new Random(seed);
        long span = Duration.ofHours(1).toMillis();
        for (int i = 0; i < count; i++) {
            long back = (long) (span * Math.abs(Math.pow(random.nextDouble(), 1.3)));
            entries.add(entry(i, end.minusMillis(back), back, random));
        }
        entries.sort(Collections.reverseOrder(Comparator.comparing(LogEntry::time)));
    }

    private static LogEntry entry(int number, Instant time, long back, Random random) {
        boolean burst = back > 900_000 && back < 1_320_000;
        int roll = random.nextInt(100);
        int line = roll < 62 ? roll % 5 : roll < 80 ? 6 : roll < 88 ? 8 : roll < 90 ? 10 : roll < 97 ? 5 : 7;
        if (burst && roll % 3 == 0) {
            line = roll % 2 == 0 ? 7 : roll % 9 == 3 ? 9 : 5;
        }
        String[] template = LINES[line];
        String trace = roll % 2 == 0 ? String.format("%016x%016x", random.nextLong(), random.nextLong()) : "";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("@timestamp", time.toString());
        fields.put("log.level", template[0]);
        fields.put("service.name", template[1]);
        fields.put("message", String.format(template[2], number));
        fields.put("host.name", "node-" + (1 + number % 9));
        fields.put("kubernetes.pod.name", template[1] + "-7d9f" + number % 5);
        fields.put("kubernetes.namespace", "novacron");
        if (!trace.isEmpty()) {
            fields.put("trace.id", trace);
        }
        return new LogEntry(
                "l" + number,
                "logs-novacron-2026.11.22",
                time,
                template[0],
                template[1],
                String.format(template[2], number),
                trace,
                fields);
    }

    public LogPage page(LogQuery query) {
        List<LogEntry> hits = hits(query);
        LogCursor after = query.after();
        int from = after == null ? 0 : Integer.parseInt(after.sortValues());
        int to = Math.min(hits.size(), from + query.limit());
        return new LogPage(hits.subList(from, to), to < hits.size() ? new LogCursor("" + to) : null, List.of());
    }

    public LogHistogram histogram(LogQuery query) {
        Duration step = Duration.between(query.start(), query.end()).dividedBy(90);
        List<LogHistogram.Bucket> buckets = new ArrayList<>();
        List<LogEntry> hits = hits(query);
        for (Instant at = query.start(); at.isBefore(query.end()); at = at.plus(step)) {
            Map<String, Long> by = new LinkedHashMap<>();
            Instant end = at.plus(step);
            for (LogEntry hit : hits) {
                if (!hit.time().isBefore(at) && hit.time().isBefore(end)) {
                    by.merge(hit.severity(), 1L, Long::sum);
                }
            }
            long count = by.values().stream().mapToLong(Long::longValue).sum();
            buckets.add(new LogHistogram.Bucket(at, count, by));
        }
        long total = relation == LogTotal.Relation.GTE ? Math.min(10_000, hits.size()) : hits.size();
        return new LogHistogram(new LogTotal(total, relation), step, buckets, List.of());
    }

    private List<LogEntry> hits(LogQuery query) {
        String word = query.text().replace("*", "");
        return entries.stream()
                .filter(entry ->
                        !entry.time().isBefore(query.start()) && entry.time().isBefore(query.end()))
                .filter(entry ->
                        entry.message().contains(word) || entry.service().contains(word))
                .toList();
    }
}
