package io.novacron.oncall.demo.alertmanager.config;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The three ways in which a configuration writes matchers: {@code match}, {@code match_re} and {@code matchers}. */
final class Matchers {

    private static final Comparator<Matcher> ORDER =
            Comparator.comparing(Matcher::name).thenComparing(Matcher::value).thenComparing(Matcher::op);

    private Matchers() {}

    /** Sorted as the server sorts them: the group key shows that order. */
    static List<Matcher> read(JsonNode match, JsonNode matchRe, JsonNode matchers) {
        List<Matcher> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> equal : match.properties()) {
            all.add(Matcher.equal(equal.getKey(), equal.getValue().asString()));
        }
        for (Map.Entry<String, JsonNode> regex : matchRe.properties()) {
            // stored wrapped, as on the server (alerts guide R2)
            all.add(new Matcher(
                    regex.getKey(), Matcher.Op.REGEX, "^(?:" + regex.getValue().asString() + ")$"));
        }
        for (JsonNode text : matchers) {
            all.addAll(parsed(text.asString()));
        }
        all.sort(ORDER);
        return all;
    }

    static Matching compiled(List<Matcher> matchers) {
        try {
            return Matching.of(matchers);
        } catch (MatcherSyntaxException e) {
            throw new ConfigException("The matchers " + Matcher.toText(matchers) + " are wrong: " + e.getMessage(), e);
        }
    }

    private static List<Matcher> parsed(String text) {
        try {
            return MatcherParser.list(text, Dialect.FALLBACK);
        } catch (MatcherSyntaxException e) {
            throw new ConfigException("The matcher " + text + " is wrong: " + e.getMessage(), e);
        }
    }
}
