package io.novacron.oncall.core.fetch;

import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;

/** What one Elasticsearch or OpenSearch source can be asked. */
public record LogReads(String source, OnDemand<LogQuery, LogPage> page, OnDemand<LogQuery, LogHistogram> histogram) {}
