package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.metric.QueryResult;

/**
 * What the Prometheus sources can be asked about alerts.
 *
 * @param history the past of the rows that are seen
 * @param chart an expression of a rule
 */
public record FiringReads(
        OnDemand<FiringDesk.HistoryRequest, FiringHistory> history,
        OnDemand<FiringDesk.ChartRequest, QueryResult> chart) {}
