package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import java.util.ArrayList;
import java.util.List;

/// What the fields of the silence editor say, read as the server will read it. Pure.
///
/// @param whole    every matcher could be read, so that what they hit can be told
/// @param problems one sentence each; nothing is posted while there is one
record SilenceDraft(List<Matcher> matchers, boolean whole, EndTime end, String comment, List<String> problems) {
    SilenceDraft {
        matchers = List.copyOf(matchers);
        problems = List.copyOf(problems);
    }

    /// @param matchers one matcher a line; empty lines do not count
    static SilenceDraft read(String matchers, EndTime end, String comment, Dialect dialect) {
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
        return of(read, problems.isEmpty(), end, comment, problems);
    }

    /// With matchers that no field can hold, and that stay as they are.
    static SilenceDraft locked(List<Matcher> matchers, EndTime end, String comment) {
        return of(matchers, true, end, comment, List.of());
    }

    private static SilenceDraft of(
            List<Matcher> matchers, boolean whole, EndTime end, String comment, List<String> found) {
        var problems = new ArrayList<>(found);
        if (!end.problem().isEmpty()) {
            problems.add(end.problem());
        }
        return new SilenceDraft(matchers, whole, end, comment.strip(), problems);
    }

    /// The same, with a problem more.
    SilenceDraft but(String problem) {
        var all = new ArrayList<>(problems);
        all.add(problem);
        return new SilenceDraft(matchers, false, end, comment, all);
    }
}
