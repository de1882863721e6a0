package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.alertmanager.silence.HeldSilence;
import io.novacron.oncall.demo.alertmanager.silence.Silences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What keeps alerts quiet on one member: inhibition, then time intervals, then silences. One thread at a time. */
final class Quiet {

    private final AlertmanagerConfig config;
    private final Inhibitor inhibitor;
    private final Silences silences;

    Quiet(AlertmanagerConfig config, Inhibitor inhibitor, Silences silences) {
        this.config = config;
        this.inhibitor = inhibitor;
        this.silences = silences;
    }

    /** Those of them that may be told now; notes at the group which intervals keep it quiet. */
    List<Notice> audible(Group group, List<Notice> notices, Instant now) {
        List<Notice> left = new ArrayList<>();
        for (Notice notice : notices) {
            if (inhibitor.inhibitorOf(notice.alert().subject(), now) == null) {
                left.add(notice);
            }
        }
        // as on the server, intervals are not looked at for a group that is inhibited as a whole
        if (left.isEmpty() || muted(group, now)) {
            return List.of();
        }
        List<HeldSilence> active = silences.active(now);
        left.removeIf(notice ->
                !Silences.silencing(active, notice.alert().subject().labels()).isEmpty());
        return left;
    }

    private boolean muted(Group group, Instant now) {
        List<String> mutedBy = config.routing().timetable().muting(group.id().route(), now);
        group.mutedBy(mutedBy);
        return !mutedBy.isEmpty();
    }
}
