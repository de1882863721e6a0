package io.novacron.oncall.demo.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * One run of a search over some indices, each a shard. One that fails is told among the failures, and the others answer; a
 * search that takes longer than it may is cut off and says so.
 */
final class Search {

    private static final int COUNTED = 1;

    private final SearchBody body;
    private final FieldQueries queries;
    private final QueryTimeout timeout;
    private final @Nullable Bars bars;
    private final List<Map<String, Object>> failures = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private long total;
    private boolean timedOut;

    /** Nobody compares rows. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(Snapshot snapshot, int document, Object[] values) {}

    Search(SearchBody body, FieldQueries queries) {
        this.body = body;
        this.queries = queries;
        this.timeout = queries.timeout();
        this.bars = body.bars() == null ? null : new Bars(body.bars());
    }

    /** The whole answer but for the time it took. @throws Refusal where every index refuses */
    Map<String, Object> over(List<StoredIndex> indices) {
        List<Snapshot> snapshots = indices.stream().map(StoredIndex::snapshot).toList();
        try {
            snapshots.forEach(this::shard);
            if (!indices.isEmpty() && failures.size() == indices.size()) {
                throw Refusal.allShards(failures);
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("timed_out", timedOut);
            answer.put("_shards", shards(indices.size()));
            answer.put("hits", hits());
            if (bars != null && !indices.isEmpty()) {
                answer.put("aggregations", bars.told());
            }
            return answer;
        } finally {
            snapshots.forEach(Snapshot::close);
        }
    }

    private void shard(Snapshot snapshot) {
        try {
            Query query = Clauses.query(body.query(), snapshot.index(), queries);
            IndexSearcher searcher = snapshot.limited(timeout);
            if (bars != null) {
                total += BarsCollector.count(
                        searcher,
                        query,
                        new BarsCollector(bars, snapshot.index().mapping()));
            } else if (body.counted()) {
                total += searcher.count(query);
            }
            if (body.size() > 0) {
                find(searcher, query, snapshot);
            }
            timedOut |= searcher.timedOut();
        } catch (ExitableDirectoryReader.ExitingReaderException | OutOfTime e) {
            timedOut = true;
        } catch (Refusal e) {
            String index = snapshot.index().name();
            failures.add(Map.of("shard", 0, "index", index, "node", NodeInfo.ID, "reason", e.error()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void find(IndexSearcher searcher, Query query, Snapshot snapshot) throws IOException {
        Mapping mapping = snapshot.index().mapping();
        Sort sort = body.sort().isEmpty()
                ? Sort.INDEXORDER
                : new Sort(body.sort().stream().map(key -> key.on(mapping)).toArray(SortField[]::new));
        FieldDoc after = body.after().isEmpty() ? null : after(mapping);
        TopFieldDocs found = searcher.search(query, new TopFieldCollectorManager(sort, body.size(), after, COUNTED));
        for (ScoreDoc one : found.scoreDocs) {
            rows.add(new Row(snapshot, one.doc, ((FieldDoc) one).fields));
        }
    }

    /** Every document with these very values counts as given out. */
    private FieldDoc after(Mapping mapping) {
        Object[] values = IntStream.range(0, body.after().size())
                .mapToObj(i -> body.sort().get(i).kept(mapping, body.after().get(i)))
                .toArray();
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
    }

    private Map<String, Object> shards(int count) {
        Map<String, Object> shards = new LinkedHashMap<>();
        shards.put("total", count);
        shards.put("successful", count - failures.size());
        shards.put("skipped", 0);
        shards.put("failed", failures.size());
        if (!failures.isEmpty()) {
            shards.put("failures", failures);
        }
        return shards;
    }

    /** Equal rows stay in the order of their indices, as the sort is stable. */
    private Map<String, Object> hits() {
        Comparator<Row> order = (_, _) -> 0;
        for (int key = 0; key < body.sort().size(); key++) {
            int at = key;
            Comparator<Row> one = Comparator.comparing(row -> (Long) row.values[at]);
            order = order.thenComparing(body.sort().get(key).descending() ? one.reversed() : one);
        }
        Map<String, Object> hits = new LinkedHashMap<>();
        if (body.counted()) {
            hits.put("total", Map.of("value", total, "relation", "eq"));
        }
        hits.put("max_score", null);
        hits.put(
                "hits",
                rows.stream().sorted(order).limit(body.size()).map(this::hit).toList());
        return hits;
    }

    private Map<String, Object> hit(Row row) {
        Map<String, Object> hit = new LinkedHashMap<>();
        try {
            Document stored = row.snapshot.searcher().storedFields().document(row.document);
            hit.put("_index", row.snapshot.index().name());
            hit.put("_id", stored.get(Documents.ID));
            hit.put("_score", null);
            hit.put(
                    "_source",
                    new RawValue(stored.getBinaryValue(Documents.SOURCE).utf8ToString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!body.sort().isEmpty()) {
            Mapping mapping = row.snapshot.index().mapping();
            hit.put(
                    "sort",
                    IntStream.range(0, row.values.length)
                            .mapToObj(i -> body.sort().get(i).told(mapping, row.values[i]))
                            .toList());
        }
        return hit;
    }
}
