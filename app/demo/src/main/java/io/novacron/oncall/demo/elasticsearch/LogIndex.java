package io.novacron.oncall.demo.elasticsearch;

import io.novacron.oncall.demo.log.LogLine;
import java.util.List;

/** All indices and data streams. Documents can be found once {@link #refresh} was called after they were added. Any thread. */
public final class LogIndex implements AutoCloseable {

    /** Adds lines to their data streams, which are created as they come. */
    public void add(List<LogLine> lines) {}

    public void refresh() {}

    @Override
    public void close() {}
}
