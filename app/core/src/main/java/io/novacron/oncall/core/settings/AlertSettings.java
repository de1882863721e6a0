package io.novacron.oncall.core.settings;

import io.novacron.oncall.core.alert.SeverityMap;

/**
 * How alerts are read and ordered.
 *
 * @param severities from the value of the severity label to the console's severities
 */
public record AlertSettings(SeverityMap severities) {

    public static final AlertSettings DEFAULT = new AlertSettings(SeverityMap.DEFAULT);
}
