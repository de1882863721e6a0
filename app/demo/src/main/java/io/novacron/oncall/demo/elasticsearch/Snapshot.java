package io.novacron.oncall.demo.elasticsearch;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/** An index as it was at its last refresh. Documents added meanwhile are not in it. */
record Snapshot(StoredIndex index, IndexSearcher searcher) implements AutoCloseable {

    /** A searcher that gives up in time. */
    IndexSearcher limited(QueryTimeout timeout) throws IOException {
        IndexSearcher limited =
                new IndexSearcher(ExitableDirectoryReader.wrap((DirectoryReader) searcher.getIndexReader(), timeout));
        limited.setQueryCache(null);
        limited.setTimeout(timeout);
        return limited;
    }

    @Override
    public void close() {
        index.release(searcher);
    }
}
