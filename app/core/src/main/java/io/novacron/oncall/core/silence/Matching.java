package io.novacron.oncall.core.silence;

import com.google.re2j.Pattern;
import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A list of matchers, ready to decide: filter, preview and count use this one engine (alerts guide M7). All must hold; a
 * missing label equals the empty string (M3); an empty list holds for everything. Safe for any thread.
 */
public final class Matching {

    private record Rule(String name, Predicate<String> test) {}

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
            rules.add(new Rule(matcher.name(), test(matcher)));
        }
        return new Matching(rules);
    }

    public boolean matches(Labels labels) {
        for (Rule rule : rules) {
            if (!rule.test().test(labels.get(rule.name()))) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<String> test(Matcher matcher) throws MatcherSyntaxException {
        String value = matcher.value();
        return switch (matcher.op()) {
            case EQUAL -> value::equals;
            case NOT_EQUAL -> found -> !value.equals(found);
            case REGEX -> {
                Pattern pattern = pattern(matcher);
                yield found -> pattern.matcher(found).find();
            }
            case NOT_REGEX -> {
                Pattern pattern = pattern(matcher);
                yield found -> !pattern.matcher(found).find();
            }
        };
    }

    private static Pattern pattern(Matcher matcher) throws MatcherSyntaxException {
        String text = matcher.toText();
        // toText ends with the value in quotes
        int quote = text.length() - 2 - Matcher.escape(matcher.value()).length();
        return Regex.compile(matcher.value(), Column.of(text, quote));
    }
}
