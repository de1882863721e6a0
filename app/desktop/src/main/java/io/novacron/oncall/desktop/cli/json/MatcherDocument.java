package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.silence.Matcher;
import java.util.List;

/** One matcher; {@code op} is one of {@code = != =~ !~}. */
public record MatcherDocument(String name, String op, String value) {

    public static List<MatcherDocument> of(List<Matcher> matchers) {
        return matchers.stream()
                .map(matcher -> new MatcherDocument(matcher.name(), matcher.op().sign(), matcher.value()))
                .toList();
    }
}
