package io.novacron.oncall.core.silence;

import io.novacron.oncall.core.text.GoQuote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A silence as a command line of Alertmanager's amtool; each word is quoted for bash, zsh or ksh (reliability guide F89). Pure. */
public final class AmtoolCommand {

    private AmtoolCommand() {}

    /**
     * The command that makes such a silence again.
     *
     * @param now it ends as long after the command is run as it would from now
     * @param url of a member, without secrets
     */
    public static String of(
            List<Matcher> matchers, String comment, String author, Instant endsAt, Instant now, String url) {
        StringJoiner words = new StringJoiner(" ");
        words.add("amtool silence add");
        words.add(quoted("--alertmanager.url=" + url));
        words.add(quoted("--author=" + author));
        words.add(quoted("--comment=" + comment));
        long seconds = Math.max(60, Duration.between(now, endsAt).toSeconds());
        words.add("--duration=" + seconds + "s");
        matchers.forEach(matcher -> words.add(quoted(matcher.toText())));
        return words.toString();
    }

    private static String escaped(String word) {
        StringBuilder out = new StringBuilder("$'");
        word.codePoints().forEach(c -> {
            if (c == '\'' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (GoQuote.printable(c)) {
                out.appendCodePoint(c);
            } else {
                for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    // three octal digits: a digit that follows is no part of them
                    out.append(String.format(Locale.ROOT, "\\%03o", one & 0xff));
                }
            }
        });
        return out.append('\'').toString();
    }

    /**
     * In single quotes, where nothing but a single quote means anything to the shell. A terminal into which it is pasted would
     * obey control characters even there, so a word with any character that cannot be seen is written with escapes.
     */
    static String quoted(String word) {
        if (!word.codePoints().allMatch(GoQuote::printable)) {
            return escaped(word);
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
