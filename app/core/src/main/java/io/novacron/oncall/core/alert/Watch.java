package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.source.SourceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the watchdogs say at one moment.
 *
 * @param watchdogs the alerts that are watchdogs; they count neither as firing nor as quiet
 * @param doubts one sentence for each watchdog that was not heard in time, or that none is configured
 */
public record Watch(Set<AlertKey> watchdogs, List<String> doubts) {

    public Watch {
        watchdogs = Set.copyOf(watchdogs);
        doubts = List.copyOf(doubts);
    }

    List<String> doubtsWith(List<SourceStatus> sources) {
        List<String> all = new ArrayList<>(doubts);
        if (sources.isEmpty()) {
            all.add("no source configured");
        }
        for (SourceStatus source : sources) {
            if (!source.live()) {
                all.add(source.name() + " is " + source.state().name().replace('_', ' ') + ": " + source.reason());
            }
        }
        return all;
    }
}
