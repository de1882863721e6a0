package io.novacron.oncall.views.alert;

import java.time.Instant;

/// Why the list has no line; seven things that must never look alike (reliability guide G1).
sealed interface Absence {
    /// There are lines.
    record None() implements Absence {}

    /// No Alertmanager is configured.
    record NoSource() implements Absence {}

    /// Asked, not answered yet.
    record Waiting() implements Absence {}

    /// Never answered well; `sentence` says why.
    record Failed(String sentence) implements Absence {}

    /// Every Alertmanager is LIVE and says there is no alert. Not a verdict: watchdogs and other sources may speak
    /// against
    /// it.
    record Zero(Instant observedAt) implements Absence {}

    /// The last answers hold no alert, but not every Alertmanager is LIVE; `sentence` says which.
    record Doubtful(String sentence, Instant observedAt) implements Absence {}

    /// The search leaves none of `hidden` alerts.
    record Filtered(int hidden) implements Absence {}

    /// All alerts there are, `hidden` of them, were put out of sight here by the operator.
    record HiddenHere(int hidden) implements Absence {}
}
