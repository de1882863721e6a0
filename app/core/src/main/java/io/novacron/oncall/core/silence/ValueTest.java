package io.novacron.oncall.core.silence;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** What one matcher says of a value: the engine under {@link Matching}, for values that are no label too. Safe for any thread. */
public final class ValueTest {

    private final String value;
    private final boolean negative;
    private final @Nullable Pattern pattern;

    private ValueTest(String value, boolean negative, @Nullable Pattern pattern) {
        this.value = value;
        this.negative = negative;
        this.pattern = pattern;
    }

    /**
     * Compiles the matcher; its name does not matter.
     *
     * @throws MatcherSyntaxException where RE2 refuses the pattern; its column is that of {@link Matcher#toText()}
     */
    public static ValueTest of(Matcher matcher) throws MatcherSyntaxException {
        Pattern pattern = matcher.op().regex() ? pattern(matcher) : null;
        return new ValueTest(matcher.value(), matcher.op().negative(), pattern);
    }

    public boolean test(String found) {
        boolean hit =
                pattern == null ? value.equals(found) : pattern.matcher(found).find();
        return hit != negative;
    }

    /** Instructions of the compiled pattern, 0 without one; a test takes at most this many steps per character. */
    public int size() {
        return pattern == null ? 0 : pattern.programSize();
    }

    private static Pattern pattern(Matcher matcher) throws MatcherSyntaxException {
        String text = matcher.toText();
        // toText ends with the value in quotes
        int quote = text.length() - 2 - Matcher.escape(matcher.value()).length();
        return Regex.compile(matcher.value(), Column.of(text, quote));
    }
}
