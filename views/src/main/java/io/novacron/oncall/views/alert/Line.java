package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Severity;
import java.util.List;

/// One line of the list: an alert, or the head of a group of them.
sealed interface Line permits AlertRow, GroupRow {
    /// What it is found again by after a refresh.
    Object id();

    Severity severity();

    /// The alerts that an action on this line is about.
    List<AlertKey> about();
}
