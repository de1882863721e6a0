package io.novacron.oncall.core.silence;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.novacron.oncall.core.text.Visible;

/**
 * Regular expressions as Alertmanager compiles them: RE2, {@code ^(?:X)$} (alerts guide M1). The pattern is put between the
 * anchors as text, as there, so what it does to them is what it does on the server. Prometheus anchors in another way (M2).
 */
final class Regex {

    private Regex() {}

    /** @param index where the pattern begins in {@code text} */
    static void check(String pattern, String text, int index) throws MatcherSyntaxException {
        compile(pattern, Column.of(text, index));
    }

    static Pattern compile(String pattern, int column) throws MatcherSyntaxException {
        try {
            return Pattern.compile(GoPattern.translate("^(?:" + pattern + ")$"));
        } catch (PatternSyntaxException e) {
            String why = Visible.line(e.getDescription(), 120);
            throw new MatcherSyntaxException("The pattern is no regular expression of RE2: " + why + ".", column);
        }
    }
}
