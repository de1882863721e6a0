package io.novacron.oncall.demo.elasticsearch;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who answers: a node of OpenSearch, whose answers were the model of ours. */
final class NodeInfo {

    /** The node's id, where an answer names the node. */
    static final String ID = "bm92YWNyb24tZGVtbw";

    private static final String CLUSTER = "novacron-logs";
    private static final String VERSION = "3.8.0";

    private NodeInfo() {}

    static Map<String, Object> info() {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("distribution", "opensearch");
        version.put("number", VERSION);
        version.put("build_type", "novacron-estate");
        version.put("lucene_version", org.apache.lucene.util.Version.LATEST.toString());
        version.put("minimum_wire_compatibility_version", "2.19.0");
        version.put("minimum_index_compatibility_version", "2.0.0");
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("name", "logs-0");
        info.put("cluster_name", CLUSTER);
        info.put("cluster_uuid", ID);
        info.put("version", version);
        info.put("tagline", "The OpenSearch Project: https://opensearch.org/");
        return info;
    }

    static Map<String, Object> health(int shards) {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("cluster_name", CLUSTER);
        health.put("status", "green");
        health.put("timed_out", false);
        health.put("number_of_nodes", 1);
        health.put("number_of_data_nodes", 1);
        health.put("active_primary_shards", shards);
        health.put("active_shards", shards);
        health.put("relocating_shards", 0);
        health.put("initializing_shards", 0);
        health.put("unassigned_shards", 0);
        health.put("active_shards_percent_as_number", 100.0);
        return health;
    }
}
