package io.novacron.oncall.core.settings;

import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.triage.Categories;
import io.novacron.oncall.core.triage.ReplicaLabels;

/**
 * How alerts are read and ordered.
 *
 * @param severities from the value of the severity label to the console's severities
 * @param replicas which labels tell the replicas of one Prometheus apart; for display alone
 */
public record AlertSettings(SeverityMap severities, Categories categories, ReplicaLabels replicas) {

    public static final AlertSettings DEFAULT =
            new AlertSettings(SeverityMap.DEFAULT, Categories.DEFAULT, ReplicaLabels.DEFAULT);
}
