package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What operators write in options; what cannot be read ends the command with a sentence that names the option. */
final class Texts {

    private static final int SHOWN = 80;

    private Texts() {}

    static Duration duration(String option, String text) throws Stop {
        try {
            return PromDuration.parse(text);
        } catch (DurationSyntaxException e) {
            throw Stop.usage(option + ": " + e.getMessage());
        }
    }

    /** RFC 3339 with any offset. */
    static Instant time(String option, String text) throws Stop {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Stop.usage(
                    option + ": \"" + Visible.line(text, SHOWN) + "\" is no time; write it as in 2026-11-22T09:30:00Z");
        }
    }

    /** All of them, each text one matcher or a list in braces. */
    static List<Matcher> matchers(String option, List<String> texts) throws Stop {
        List<Matcher> matchers = new ArrayList<>();
        for (String text : texts) {
            try {
                List<Matcher> parsed = MatcherParser.list(text, Dialect.FALLBACK);
                if (parsed.isEmpty()) {
                    throw Stop.usage(option + " \"" + Visible.line(text, SHOWN)
                            + "\" holds no matcher; write one such as 'service=\"api\"'");
                }
                matchers.addAll(parsed);
            } catch (MatcherSyntaxException e) {
                throw Stop.usage(wrong(option, text, e));
            }
        }
        return matchers;
    }

    /** The sentence for a text that is no matcher. */
    static String wrong(String option, String text, MatcherSyntaxException e) {
        return option + " \"" + Visible.line(text, SHOWN) + "\", column " + e.column() + ": " + e.text();
    }

    /** A fingerprint as Alertmanager writes it. */
    static String fingerprint(String text) throws Stop {
        boolean good = text.length() == 16 && text.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
        if (!good) {
            throw Stop.usage("\"" + Visible.line(text, SHOWN)
                    + "\" is no fingerprint; it has 16 hexadecimal digits, as oncall alerts shows them");
        }
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}
