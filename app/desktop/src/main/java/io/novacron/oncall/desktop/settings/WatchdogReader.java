package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code [[watchdog]]} blocks. */
final class WatchdogReader {

    private static final List<String> KEYS = List.of("match", "within");
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(1);

    private WatchdogReader() {}

    static List<Watchdog> watchdogs(Block root) {
        List<Watchdog> watchdogs = new ArrayList<>();
        for (Block block : root.blocks("watchdog")) {
            block.allow(KEYS);
            Duration within = Durations.read(block, "within", WITHIN, Duration.ofSeconds(1), LONGEST);
            match(block).ifPresent(matchers -> watchdogs.add(new Watchdog(matchers, within)));
        }
        return watchdogs;
    }

    private static Optional<List<Matcher>> match(Block block) {
        Optional<String> text = block.requiredText("match", "'alertname=\"Watchdog\"'");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Matcher> matchers = MatcherParser.list(text.get(), Dialect.FALLBACK);
            if (matchers.isEmpty()) {
                block.problem(
                        "match", "The key match of [[watchdog]] holds no matcher; write 'alertname=\"Watchdog\"'.");
                return Optional.empty();
            }
            return Optional.of(matchers);
        } catch (MatcherSyntaxException e) {
            block.problem(
                    "match",
                    "The matchers of [[watchdog]] are wrong at column " + e.column() + " of their text: " + e.text());
            return Optional.empty();
        }
    }
}
