package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the fields of the silence dialog say, read as the server will read it. Pure.
///
/// @param whole    every matcher could be read, so that what they hit can be told
/// @param length   how long, zero where it cannot be read
/// @param problems one sentence each; nothing is posted while there is one
record SilenceDraft(List<Matcher> matchers, boolean whole, Duration length, String comment, List<String> problems) {
    SilenceDraft {
        matchers = List.copyOf(matchers);
        problems = List.copyOf(problems);
    }

    /// @param matchers one matcher a line; empty lines do not count
    static SilenceDraft read(String matchers, String duration, String comment, Dialect dialect) {
        var read = new ArrayList<Matcher>();
        var problems = new ArrayList<String>();
        List<String> lines = matchers.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                try {
                    read.add(MatcherParser.one(line, dialect));
                } catch (MatcherSyntaxException e) {
                    problems.add("Line " + (i + 1) + ", column " + e.column() + ": " + e.text());
                }
            }
        }
        if (read.isEmpty() && problems.isEmpty()) {
            problems.add("Write at least one matcher, for instance service=\"checkout\".");
        }
        boolean whole = problems.isEmpty();
        Duration length = Duration.ZERO;
        try {
            length = PromDuration.parse(duration.strip());
            if (length.isZero()) {
                problems.add("A silence must end later than now.");
            }
        } catch (DurationSyntaxException e) {
            problems.add(e.getMessage());
        }
        return new SilenceDraft(read, whole, length, comment.strip(), problems);
    }

    /// The same, with a problem more.
    SilenceDraft but(String problem) {
        var all = new ArrayList<>(problems);
        all.add(problem);
        return new SilenceDraft(matchers, false, length, comment, all);
    }

    /// The parser of the server's version: before 0.27 only the classic one (alerts guide M4). A version that does not
    /// say
    /// is read as the newest, since the server has the last word anyway.
    static Dialect dialect(String version) {
        if (!version.startsWith("0.")) {
            return Dialect.FALLBACK;
        }
        int end = 2;
        while (end < version.length() && Character.isDigit(version.charAt(end))) {
            end++;
        }
        boolean told = end > 2 && end < 6;
        return told && Integer.parseInt(version.substring(2, end)) < 27 ? Dialect.CLASSIC : Dialect.FALLBACK;
    }
}
