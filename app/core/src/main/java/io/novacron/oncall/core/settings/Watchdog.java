package io.novacron.oncall.core.settings;

import io.novacron.oncall.core.silence.Matcher;
import java.time.Duration;
import java.util.List;

/** An alert that must always fire, and within what time it must have been seen. */
public record Watchdog(List<Matcher> match, Duration within) {

    public Watchdog {
        match = List.copyOf(match);
    }
}
