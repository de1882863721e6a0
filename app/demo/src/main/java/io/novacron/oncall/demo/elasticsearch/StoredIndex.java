package io.novacron.oncall.demo.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** One index: a single shard with a mapping of its own. Any thread. */
final class StoredIndex implements AutoCloseable {

    static final StandardAnalyzer WORDS = new StandardAnalyzer();

    private static final double BUFFER_MIB = 4;
    /** A merge runs where documents are added, so none may be long. */
    private static final double LARGEST_MERGE_MIB = 24;

    /** What became of one document. */
    record Written(long sequence, boolean created) {}

    private final String name;
    private final boolean hidden;
    private final Mapping mapping;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private long sequence;

    StoredIndex(String name, boolean hidden, Mapping mapping) {
        this.name = name;
        this.hidden = hidden;
        this.mapping = mapping;
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setMaxMergedSegmentMB(LARGEST_MERGE_MIB);
        IndexWriterConfig config = new IndexWriterConfig(WORDS)
                .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
                .setRAMBufferSizeMB(BUFFER_MIB)
                .setMergePolicy(merges)
                .setMergeScheduler(new SerialMergeScheduler())
                .setUseCompoundFile(false);
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), config);
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    /** Whether it answers only to patterns that begin with a dot: it is one of those behind a data stream. */
    boolean hidden() {
        return hidden;
    }

    Mapping mapping() {
        return mapping;
    }

    /** Adds a document whose id is known to be new. */
    synchronized Written add(String id, byte[] source, Map<String, ?> content) {
        try {
            writer.addDocument(Documents.document(mapping, id, sequence, source, content));
            return new Written(sequence++, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a document in place of one of the same id. @throws Refusal where there is one and {@code create} is said */
    synchronized Written put(String id, byte[] source, Map<String, ?> content, boolean create) {
        boolean known = has(id);
        if (known && create) {
            throw Refusal.of(
                    409,
                    "version_conflict_engine_exception",
                    "[" + id + "]: version conflict, document already exists (current version [1])");
        }
        Document document = Documents.document(mapping, id, sequence, source, content);
        try {
            writer.updateDocument(new Term(Documents.ID, id), document);
            return new Written(sequence++, !known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean has(String id) {
        refresh();
        try (Snapshot now = snapshot()) {
            return now.searcher().count(new TermQuery(new Term(Documents.ID, id))) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was added can be found from now on. */
    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many documents can be found. */
    int size() {
        try (Snapshot now = snapshot()) {
            return now.searcher().getIndexReader().numDocs();
        }
    }

    /** The index as it is now, to be searched; whoever takes it closes it. */
    Snapshot snapshot() {
        try {
            return new Snapshot(this, searchers.acquire());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
