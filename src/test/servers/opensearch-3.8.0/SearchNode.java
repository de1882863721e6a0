import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node in a process of its own: {@code SearchNode HTTP_PORT FOLDER}. It has no security and keeps
 * everything under FOLDER. It stops when its standard input closes, so it does not outlive the process that started it,
 * and on SIGTERM.
 */
final class SearchNode {
    private SearchNode() {}

    public static void main(String[] args) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(runner)));
        runner.onBuild((number, settings) -> settings.put("http.port", args[0])
                        .put("transport.port", "0")
                        .put("network.host", "127.0.0.1")
                        .put("cluster.routing.allocation.disk.threshold_enabled", false))
                .build(OpenSearchRunner.newConfigs()
                        .numOfNode(1)
                        .basePath(args[1])
                        .clusterName("oncall-test"));
        runner.ensureYellow();
        System.out.println("started on port " + args[0]);
        while (System.in.read() >= 0) {
            // what is said does not matter, only that nobody holds the other end any more
        }
        System.exit(0);
    }

    private static void closeQuietly(OpenSearchRunner runner) {
        try {
            runner.close();
        } catch (Exception e) {
            System.err.println("stopping failed: " + e);
        }
    }
}
