package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.core.log.LogCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a page ended: the sort values just before the last group of equal ones, exactly as the backend sent them, and the
 * documents of that group that were given out already. The next page begins with the group again and leaves those out, so
 * nothing is lost or doubled even if many documents share their sort values.
 *
 * @param after null for the newest entry
 * @param last the sort values of the group itself
 * @param seen {@code _index} and {@code _id} of its documents given out
 */
record PageCursor(@Nullable JsonNode after, @Nullable JsonNode last, List<Key> seen) {

    static final PageCursor START = new PageCursor(null, null, List.of());

    record Key(String index, String id) {

        static Key of(SearchReply.Hit hit) {
            return new Key(hit.index(), hit.id());
        }
    }

    PageCursor {
        after = absent(after) ? null : after;
        last = absent(last) ? null : last;
        seen = List.copyOf(seen);
    }

    /** A null that travelled through JSON comes back as a node. */
    private static boolean absent(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    static PageCursor of(@Nullable LogCursor cursor) {
        return cursor == null ? START : Json.mapper().readValue(cursor.sortValues(), PageCursor.class);
    }

    LogCursor toCursor() {
        return new LogCursor(Json.mapper().writeValueAsString(this));
    }

    /** The hits that were not given out before. */
    List<SearchReply.Hit> fresh(List<SearchReply.Hit> hits) {
        Set<Key> known = new HashSet<>(seen);
        return hits.stream().filter(hit -> !known.contains(Key.of(hit))).toList();
    }

    /** The cursor after these hits, which follow this one. */
    PageCursor past(List<SearchReply.Hit> given) {
        JsonNode before = after;
        JsonNode group = last;
        List<Key> inGroup = new ArrayList<>(seen);
        for (SearchReply.Hit hit : given) {
            JsonNode sort = hit.sort();
            if (sort != null && !sort.equals(group)) {
                before = group;
                group = sort;
                inGroup.clear();
            }
            inGroup.add(Key.of(hit));
        }
        return new PageCursor(before, group, inGroup);
    }
}
