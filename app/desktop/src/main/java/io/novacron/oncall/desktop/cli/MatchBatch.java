package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.cli.Batch.BadLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A line of {@code oncall match --batch}.
 *
 * @param usual the dialect of lines that name none
 */
record MatchBatch(Dialect usual) implements Batch.Question {

    @Override
    public Object answer(JsonNode line) throws BadLine, MatcherSyntaxException {
        return MatchCommand.decide(matchers(line), Batch.labels(line), dialect(line));
    }

    private static List<String> matchers(JsonNode question) throws BadLine {
        JsonNode matchers = question.path("matchers");
        if (!matchers.isArray()) {
            throw new BadLine("The line lacks \"matchers\", a list of texts.");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode matcher : matchers) {
            texts.add(Batch.text(matcher, "\"matchers\""));
        }
        return texts;
    }

    private Dialect dialect(JsonNode question) throws BadLine {
        JsonNode named = question.path("dialect");
        if (named.isMissingNode() || named.isNull()) {
            return usual;
        }
        String word = Batch.text(named, "\"dialect\"");
        try {
            return Dialect.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadLine("\"dialect\" is one of classic, utf8, fallback, not \"" + Visible.line(word, 40) + "\".");
        }
    }
}
