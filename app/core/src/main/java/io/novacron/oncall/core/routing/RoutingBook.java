package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.routing.RoutingReading.Known;
import io.novacron.oncall.core.routing.RoutingReading.Unknown;
import io.novacron.oncall.core.text.Visible;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The routing of each cluster, by the configuration that its members show. A configuration is read once, however many
 * boards carry it. Safe for any thread.
 */
public final class RoutingBook {

    private record Page(List<String> configs, RoutingReading reading) {}

    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    public RoutingReading of(AlertBoard board, String cluster) {
        return of(cluster, board.configs(cluster));
    }

    /** True where an answer costs nothing: these configurations have been read before. */
    public boolean has(AlertBoard board, String cluster) {
        Page page = pages.get(cluster);
        return page != null && page.configs().equals(board.configs(cluster));
    }

    /** {@code configs} are the different texts that the members show. */
    public RoutingReading of(String cluster, List<String> configs) {
        Page page = pages.get(cluster);
        if (page == null || !page.configs().equals(configs)) {
            page = new Page(configs, read(cluster, configs));
            pages.put(cluster, page);
        }
        return page.reading();
    }

    private static RoutingReading read(String cluster, List<String> configs) {
        String name = Visible.line(cluster, 60);
        if (configs.isEmpty()) {
            return new Unknown("No member of " + name + " has shown its configuration; who is told is not known.");
        }
        try {
            return new Known(Routing.of(configs.getFirst()), configs.size() > 1);
        } catch (ConfigException e) {
            return new Unknown("Who is told is not known: " + name + " shows a configuration that cannot be read. "
                    + e.sentence());
        }
    }
}
