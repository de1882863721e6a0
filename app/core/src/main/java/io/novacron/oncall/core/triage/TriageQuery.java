package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the search field asks for: terms parted by blanks or commas, all of which must hold.
 *
 * <ul>
 *   <li>{@code severity="critical"}, {@code instance=~"web.*"}, or a list in braces: matchers, with the very meaning they have
 *       in a silence (alerts guide M7);
 *   <li>{@code @state=firing}, {@code @owner!=ana}, {@code @age>10m}: the console's own {@link Field.Known fields}; their =
 *       and != ignore case;
 *   <li>any other word, or a phrase in double quotes: a text to look for.
 * </ul>
 *
 * <p>Outside braces a blank ends a value without quotes. Safe for any thread.
 */
public final class TriageQuery {

    public static final TriageQuery EVERYTHING = new TriageQuery("", List.of());

    private final String text;
    private final List<Term> terms;

    private TriageQuery(String text, List<Term> terms) {
        this.text = text;
        this.terms = terms;
    }

    /** Reads a filter; a blank one is {@link #EVERYTHING}. */
    public static TriageQuery parse(String text) throws TriageSyntaxException {
        List<Term> terms = new ArrayList<>(new TriageParser(text).terms());
        if (terms.isEmpty()) {
            return EVERYTHING;
        }
        terms.sort(Comparator.comparingInt(Term::cost));
        return new TriageQuery(text.strip(), List.copyOf(terms));
    }

    public boolean matches(Alert alert, Scene scene) {
        for (Term term : terms) {
            if (!term.matches(alert, scene)) {
                return false;
            }
        }
        return true;
    }

    /** As it was written, without blanks around it. */
    public String text() {
        return text;
    }

    /** True where nothing is asked for. */
    public boolean everything() {
        return terms.isEmpty();
    }

    /** What it holds, in the operator's words: {@code matchers}, {@code free text}, {@code matchers and free text}; empty for everything. */
    public String mode() {
        boolean words = terms.stream().anyMatch(term -> term instanceof Term.Text);
        boolean matchers = terms.stream().anyMatch(term -> !(term instanceof Term.Text));
        return words && matchers ? "matchers and free text" : words ? "free text" : matchers ? "matchers" : "";
    }
}
