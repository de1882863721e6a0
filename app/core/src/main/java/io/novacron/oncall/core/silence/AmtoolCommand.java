package io.novacron.oncall.core.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

/** A silence as a command line of Alertmanager's amtool; each word is quoted for a POSIX shell (reliability guide F89). Pure. */
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

    /** In single quotes, where nothing but a single quote means anything to the shell. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
