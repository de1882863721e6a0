package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import java.time.Duration;
import java.util.Optional;

/** Durations of the file, within bounds. */
final class Durations {

    private Durations() {}

    /** The duration of {@code key}; {@code standard} where there is none or it is wrong, which is then a problem. */
    static Duration read(Block block, String key, Duration standard, Duration least, Duration most) {
        Optional<String> text = block.text(key);
        if (text.isEmpty()) {
            return standard;
        }
        try {
            Duration duration = PromDuration.parse(text.get());
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
            block.problem(
                    key,
                    "The key %s of %s must lie between %s and %s."
                            .formatted(key, block.name(), PromDuration.format(least), PromDuration.format(most)));
        } catch (DurationSyntaxException e) {
            block.problem(key, "The key " + key + " of " + block.name() + ": " + e.getMessage());
        }
        return standard;
    }
}
