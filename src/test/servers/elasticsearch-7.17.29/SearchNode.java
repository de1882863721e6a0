import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.transport.Netty4Plugin;

/**
 * One Elasticsearch node in a process of its own: {@code SearchNode HTTP_PORT FOLDER}. It has no security and keeps
 * everything under FOLDER. It stops when its standard input closes, so it does not outlive the process that started it,
 * and on SIGTERM.
 */
final class SearchNode extends Node {
    private SearchNode(Settings settings) {
        super(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "n1"),
                List.of(Netty4Plugin.class),
                true);
    }

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.builder()
                .put("path.home", args[1])
                .put("cluster.name", "oncall-test")
                .put("network.host", "127.0.0.1")
                .put("http.port", args[0])
                .put("transport.port", "0")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("discovery.type", "single-node")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        SearchNode node = new SearchNode(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(node)));
        node.start();
        System.out.println("started on port " + args[0]);
        while (System.in.read() >= 0) {
            // what is said does not matter, only that nobody holds the other end any more
        }
        System.exit(0);
    }

    private static void closeQuietly(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            System.err.println("stopping failed: " + e);
        }
    }
}
