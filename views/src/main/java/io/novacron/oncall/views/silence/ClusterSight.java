package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.views.controls.ExactTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is known of the alerts of one cluster, so that one which cannot be asked never looks like one without alerts.
/// Pure.
///
/// @param alerts what it said last; empty before it said anything
/// @param doubt  one sentence where that may differ from what is; else empty
record ClusterSight(Optional<List<Alert>> alerts, String doubt) {
    /// What these say of the alerts themselves is old or doubtful; the other states are about something else.
    private static final Set<SourceState> BLIND = EnumSet.of(
            SourceState.UNTRUSTED,
            SourceState.DENIED,
            SourceState.UNREACHABLE,
            SourceState.STALE,
            SourceState.EMPTY_SUSPECT);

    ClusterSight {
        alerts = alerts.map(List::copyOf);
    }

    /// @param status how the cluster stands; empty if it is not configured any more
    /// @param alerts those of the cluster by its last answer
    static ClusterSight of(String cluster, Optional<SourceStatus> status, List<Alert> alerts, ZoneId zone) {
        Instant lastGood = status.map(SourceStatus::lastGood).orElse(null);
        if (status.isEmpty() || lastGood == null) {
            return new ClusterSight(
                    Optional.empty(), cluster + " has not answered yet: what it would hit is not known.");
        }
        SourceStatus known = status.get();
        Optional<SourceState> blind =
                known.states().stream().filter(BLIND::contains).findFirst();
        String last = new ExactTime(zone).clock(lastGood);
        return new ClusterSight(
                Optional.of(alerts),
                blind.map(state -> cluster + " is " + word(state) + ": what it would hit now is not known, this is by"
                                + " what it said at " + last + ".")
                        .orElse(""));
    }

    private static String word(SourceState state) {
        return switch (state) {
            case UNREACHABLE -> "not reachable";
            case DENIED -> "refusing our credential";
            case EMPTY_SUSPECT -> "suddenly empty";
            default -> state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
