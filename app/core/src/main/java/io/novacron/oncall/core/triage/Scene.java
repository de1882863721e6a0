package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.AlertBoard;
import java.time.Instant;

/**
 * What an alert is looked at with: everything about it that does not stand in the alert itself.
 *
 * @param now the moment ages are counted to
 * @param board where the silences of the alerts are found
 */
public record Scene(Instant now, Categories categories, AlertBoard board) {}
