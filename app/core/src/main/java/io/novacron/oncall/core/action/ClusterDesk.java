package io.novacron.oncall.core.action;

import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.SilenceSink;

/**
 * One Alertmanager cluster as actions see it.
 *
 * @param rearm send the withheld end notice when an acknowledgement of a resolved firing ends
 */
public record ClusterDesk(AlertSource alerts, SilenceSink sink, boolean rearm) {

    public String cluster() {
        return alerts.cluster();
    }
}
