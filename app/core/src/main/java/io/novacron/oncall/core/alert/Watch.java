package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.source.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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

    public static Watch of(List<Watchdog> configured, AlertBoard board, Instant now) {
        if (configured.isEmpty()) {
            return new Watch(Set.of(), List.of("no watchdog configured"));
        }
        Set<AlertKey> keys = new HashSet<>();
        List<String> doubts = new ArrayList<>();
        for (Watchdog watchdog : configured) {
            Matching matching;
            try {
                matching = Matching.of(watchdog.match());
            } catch (MatcherSyntaxException e) {
                doubts.add("watchdog " + words(watchdog) + " cannot be understood: " + e.text());
                continue;
            }
            Instant heard = Instant.MIN;
            for (Alert alert : board.alerts()) {
                if (matching.matches(alert.labels())) {
                    keys.add(alert.key());
                    Instant refreshed = board.refreshed(alert.key());
                    heard = refreshed != null && refreshed.isAfter(heard) ? refreshed : heard;
                }
            }
            if (heard.equals(Instant.MIN)) {
                doubts.add("watchdog " + words(watchdog) + " does not fire");
            } else if (Duration.between(heard, now).compareTo(watchdog.within()) > 0) {
                doubts.add("watchdog " + words(watchdog) + " was last heard "
                        + Duration.between(heard, now).toSeconds() + " s ago, limit "
                        + watchdog.within().toSeconds() + " s");
            }
        }
        return new Watch(keys, doubts);
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

    private static String words(Watchdog watchdog) {
        return Matcher.toText(watchdog.match());
    }
}
