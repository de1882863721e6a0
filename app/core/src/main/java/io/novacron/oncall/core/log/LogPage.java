package io.novacron.oncall.core.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search, newest entry first.
 *
 * @param next null after the last page
 * @param warnings failed shards, time-outs: the page may be incomplete
 */
public record LogPage(List<LogEntry> entries, @Nullable LogCursor next, List<String> warnings) {

    public LogPage {
        entries = List.copyOf(entries);
        warnings = List.copyOf(warnings);
    }
}
