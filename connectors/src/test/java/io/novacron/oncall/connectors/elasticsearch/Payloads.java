package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.connectors.http.ReplyHead;
import java.util.Map;

/** Answers as the servers send them, shortened. */
final class Payloads {

    static final ReplyHead HEAD = new ReplyHead(200, "application/json", null, Map.of());

    static final String ROOT_ES_8 = """
            {"name":"n1","cluster_name":"c","cluster_uuid":"u","version":{"number":"8.19.2","build_flavor":"default",
            "build_type":"docker","lucene_version":"9.12.2","minimum_wire_compatibility_version":"7.17.0"},
            "tagline":"You Know, for Search"}""";
    static final String ROOT_ES_9 = ROOT_ES_8.replace("8.19.2", "9.4.0");
    static final String ROOT_OS_2 = """
            {"name":"n1","cluster_name":"c","version":{"distribution":"opensearch","number":"2.19.1"},
            "tagline":"The OpenSearch Project: https://opensearch.org/"}""";
    static final String ROOT_OS_DISGUISED = """
            {"version":{"number":"7.10.2"},"tagline":"The OpenSearch Project: https://opensearch.org/"}""";

    /** Elasticsearch 8 and 9 say more than 7.17: mode, tier. */
    static final String RESOLVED = """
            {"indices":[{"name":"app-1","aliases":["app"],"attributes":["open"],"mode":"standard"}],
            "aliases":[{"name":"app","indices":["app-1"]}],
            "data_streams":[{"name":"logs-api-prod","backing_indices":[".ds-logs-api-prod-2026.11.20-000001"],
            "timestamp_field":"@timestamp"}]}""";

    static final String ROWS = """
            {"took":4,"timed_out":false,"_shards":{"total":5,"successful":5,"skipped":3,"failed":0},"hits":{"max_score":null,
            "hits":[{"_index":".ds-logs-api-prod-2026.11.20-000001","_id":"a","_score":null,
            "_ignored":["message.keyword"],"_source":{"@timestamp":"2026-11-20T10:00:01Z","log":{"level":"WARN"},
            "message":"slow","service.name":"api","trace":{"id":"00000000000000000fa1c2d3e4f50617"}},
            "sort":[1795168801000000001,12]}]}}""";

    static final String NO_ROWS = """
            {"took":1,"timed_out":false,"_shards":{"total":2,"successful":2,"skipped":0,"failed":0},
            "hits":{"max_score":null,"hits":[]}}""";

    static final String BARS = """
            {"took":4,"timed_out":false,"_shards":{"total":5,"successful":5,"skipped":0,"failed":0},
            "hits":{"total":{"value":7,"relation":"eq"},"max_score":null,"hits":[]},"aggregations":{"time":{"buckets":[
            {"key_as_string":"2026-11-20T10:00:00.000Z","key":1795168800000,"doc_count":5,"level":{
            "doc_count_error_upper_bound":0,"sum_other_doc_count":0,"buckets":[{"key":"WARN","doc_count":2},
            {"key":"warning","doc_count":1},{"key":"banana","doc_count":1}]}},
            {"key_as_string":"2026-11-20T10:00:30.000Z","key":1795168830000,"doc_count":2,"level":{"buckets":[]}}]}}}""";

    static final String CAPS = """
            {"indices":["app-1"],"fields":{"level":{"text":{"type":"text","searchable":true,"aggregatable":false}},
            "level.keyword":{"keyword":{"type":"keyword","searchable":true,"aggregatable":true}}}}""";

    static final String PARSE_ERROR = """
            {"error":{"root_cause":[{"type":"query_shard_exception","reason":"Failed to parse query [foo:(]","index":"i"}],
            "type":"search_phase_execution_exception","reason":"all shards failed","phase":"query","grouped":true,
            "failed_shards":[{"shard":0,"index":"i","node":"n","reason":{"type":"query_shard_exception",
            "reason":"Failed to parse query [foo:(]","index":"i","caused_by":{"type":"parse_exception",
            "reason":"Cannot parse 'foo:(': Encountered \\"<EOF>\\" at line 1, column 5.\\nWas expecting one of:",
            "caused_by":{"type":"parse_exception",
            "reason":"Encountered \\"<EOF>\\" at line 1, column 5.\\nWas expecting one of:"}}}}]},"status":400}""";

    private Payloads() {}
}
