package io.novacron.oncall.demo.elasticsearch;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts what matches in one index; with bars it also counts by time and by the values of the field they are split by. */
final class BarsCollector extends SimpleCollector {

    private static final int NANOS_PER_MILLI = 1_000_000;

    private final @Nullable Bars bars;
    private final boolean timed;
    private final @Nullable Field split;
    private long count;

    private SortedNumericDocValues times = DocValues.emptySortedNumeric();
    private SortedSetDocValues words = DocValues.emptySortedSet();
    private SortedNumericDocValues numbers = DocValues.emptySortedNumeric();
    /** Of the segment that is being read: documents by bar and number of the value in it. */
    private final Map<Long, Map<Long, long[]>> segment = new HashMap<>();

    /** Counts in one thread. */
    static long count(IndexSearcher searcher, Query query, BarsCollector collector) throws IOException {
        return searcher.search(query, new CollectorManager<BarsCollector, Long>() {
            @Override
            public BarsCollector newCollector() {
                return collector;
            }

            @Override
            public Long reduce(Collection<BarsCollector> collectors) {
                return collector.count;
            }
        });
    }

    /** @throws Refusal where the field that is counted by has no values to count */
    BarsCollector(@Nullable Bars bars, Mapping mapping) {
        this.bars = bars;
        Field time = bars == null ? null : mapping.field(bars.request().field());
        BarsRequest.Split wanted = bars == null ? null : bars.request().split();
        timed = time != null && time.type().isDate();
        split = wanted == null ? null : mapping.field(wanted.field());
        for (Field field : new @Nullable Field[] {time, split}) {
            if (field != null && !field.type().aggregatable()) {
                throw Refusal.illegal(
                        "Text fields are not optimised for operations that require per-document field data"
                                + " like aggregations and sorting. Please use a keyword field instead: [" + field.name()
                                + "]");
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        Bars counted = bars;
        if (counted != null && timed) {
            times = DocValues.getSortedNumeric(
                    context.reader(), counted.request().field());
        }
        if (split != null && isNumber(split)) {
            numbers = DocValues.getSortedNumeric(context.reader(), split.name());
        } else if (split != null) {
            words = DocValues.getSortedSet(context.reader(), split.name());
        }
    }

    @Override
    public void collect(int document) throws IOException {
        count++;
        if (bars == null || !timed || !times.advanceExact(document)) {
            return;
        }
        long before = Long.MIN_VALUE;
        for (int i = 0; i < times.docValueCount(); i++) {
            long bar = bars.bar(Math.floorDiv(times.nextValue(), NANOS_PER_MILLI));
            if (bar != before) {
                bars.add(bar, 1);
                if (split != null) {
                    parts(document, segment.computeIfAbsent(bar, _ -> new HashMap<>()));
                }
                before = bar;
            }
        }
    }

    private void parts(int document, Map<Long, long[]> bar) throws IOException {
        if (split != null && isNumber(split)) {
            if (numbers.advanceExact(document)) {
                for (int i = 0; i < numbers.docValueCount(); i++) {
                    bar.computeIfAbsent(numbers.nextValue(), _ -> new long[1])[0]++;
                }
            }
        } else if (words.advanceExact(document)) {
            for (int i = 0; i < words.docValueCount(); i++) {
                bar.computeIfAbsent(words.nextOrd(), _ -> new long[1])[0]++;
            }
        }
    }

    @Override
    public void finish() throws IOException {
        Bars counted = bars;
        if (counted == null) {
            return;
        }
        for (Map.Entry<Long, Map<Long, long[]>> bar : segment.entrySet()) {
            for (Map.Entry<Long, long[]> part : bar.getValue().entrySet()) {
                Comparable<?> value = split != null && isNumber(split)
                        ? part.getKey()
                        : words.lookupOrd(part.getKey()).utf8ToString();
                counted.add(bar.getKey(), value, part.getValue()[0]);
            }
        }
        segment.clear();
    }

    /** A field that keeps whole numbers; a fraction is not counted by. */
    private static boolean isNumber(Field field) {
        return field.type() == FieldType.LONG;
    }
}
