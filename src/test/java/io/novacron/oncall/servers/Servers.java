package io.novacron.oncall.servers;

/** Every real server the tests know, with the version they expect. Two versions of a product speak two dialects. */
public enum Servers {
    PROMETHEUS_2_42("prometheus", "2.42.0", Origin.DEBIAN, "prometheus"),
    PROMETHEUS_3_8("prometheus", "3.8.1", Origin.CACHE, "prometheus"),
    ALERTMANAGER_0_25("alertmanager", "0.25.0", Origin.DEBIAN, "prometheus-alertmanager"),
    ALERTMANAGER_0_34("alertmanager", "0.34.2", Origin.CACHE, "alertmanager"),
    JAEGER_1_48("jaeger", "1.48.0", Origin.CACHE, "jaeger-all-in-one"),
    JAEGER_1_62("jaeger", "1.62.0", Origin.CACHE, "jaeger"),
    ELASTICSEARCH_7_17("elasticsearch", "7.17.29", Origin.CACHE, "lib"),
    OPENSEARCH_3_8("opensearch", "3.8.0", Origin.CACHE, "lib");

    /** Where a server comes from: a package of the distribution, or the cache folder that the recipes fill. */
    enum Origin {
        DEBIAN,
        CACHE
    }

    private final String product;
    private final String version;
    private final Origin origin;
    private final String program;

    Servers(String product, String version, Origin origin, String program) {
        this.product = product;
        this.version = version;
        this.origin = origin;
        this.program = program;
    }

    public String product() {
        return product;
    }

    public String version() {
        return version;
    }

    Origin origin() {
        return origin;
    }

    /** What must exist in the server's folder, or on the path of programs, for it to count as installed. */
    String program() {
        return program;
    }

    /** Product and version, for example {@code prometheus 3.8.1}. */
    @Override
    public String toString() {
        return product + " " + version;
    }
}
