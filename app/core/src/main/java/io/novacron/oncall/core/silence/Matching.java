package io.novacron.oncall.core.silence;

import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of matchers, ready to decide: filter, preview and count use this one engine (alerts guide M7). All must hold; a
 * missing label equals the empty string (M3); an empty list holds for everything. Safe for any thread.
 */
public final class Matching {

    private record Rule(String name, ValueTest test) {}

    private final List<Rule> rules;

    private Matching(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Compiles the matchers.
     *
     * @throws MatcherSyntaxException where RE2 refuses a pattern; its column is that of {@link Matcher#toText()}
     */
    public static Matching of(List<Matcher> matchers) throws MatcherSyntaxException {
        List<Rule> rules = new ArrayList<>(matchers.size());
        for (Matcher matcher : matchers) {
            rules.add(new Rule(matcher.name(), ValueTest.of(matcher)));
        }
        return new Matching(rules);
    }

    public boolean matches(Labels labels) {
        return firstFailing(labels) < 0;
    }

    /** The index of the first matcher that does not hold, -1 where all do. */
    public int firstFailing(Labels labels) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (!rule.test().test(labels.get(rule.name()))) {
                return i;
            }
        }
        return -1;
    }
}
