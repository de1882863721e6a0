package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The three ways in which a configuration writes matchers: {@code match}, {@code match_re} and {@code matchers}. */
final class Matchers {

    private static final Comparator<Matcher> ORDER =
            Comparator.comparing(Matcher::name).thenComparing(Matcher::value).thenComparing(Matcher::op);

    private Matchers() {}

    /**
     * Sorted as the server sorts them: the group key shows that order.
     *
     * @param prefix {@code source_} and {@code target_} for the sides of an inhibition rule, else empty
     */
    static List<Matcher> read(ConfigNode node, String prefix) throws ConfigException {
        List<Matcher> all = new ArrayList<>();
        for (Map.Entry<String, ConfigNode> equal :
                node.at(prefix + "match").entries().entrySet()) {
            all.add(Matcher.equal(equal.getKey(), equal.getValue().text()));
        }
        for (Map.Entry<String, ConfigNode> regex :
                node.at(prefix + "match_re").entries().entrySet()) {
            // stored wrapped, as on the server (alerts guide R2)
            all.add(new Matcher(
                    regex.getKey(), Matcher.Op.REGEX, "^(?:" + regex.getValue().text() + ")$"));
        }
        for (ConfigNode text : node.at(prefix + "matchers").items()) {
            all.addAll(parsed(text));
        }
        all.sort(ORDER);
        return all;
    }

    static Matching compiled(ConfigNode node, List<Matcher> matchers) throws ConfigException {
        try {
            return Matching.of(matchers);
        } catch (MatcherSyntaxException e) {
            throw node.wrong("the matchers " + Visible.line(Matcher.toText(matchers), 200) + " are wrong, " + e.text()
                    + " Column " + e.column());
        }
    }

    private static List<Matcher> parsed(ConfigNode node) throws ConfigException {
        String text = node.text();
        try {
            return MatcherParser.list(text, Dialect.FALLBACK);
        } catch (MatcherSyntaxException e) {
            throw node.wrong(
                    "the matcher " + Visible.line(text, 200) + " is wrong, " + e.text() + " Column " + e.column());
        }
    }
}
