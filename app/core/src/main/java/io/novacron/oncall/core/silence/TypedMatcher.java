package io.novacron.oncall.core.silence;

import java.util.Locale;
import java.util.Optional;

/**
 * A matcher as a text that can be typed: without the control characters that no text field keeps. Opening a silence and saving
 * it must not change a pattern (alerts guide M6), so a matcher that has no such text is told apart. Pure.
 */
public final class TypedMatcher {

    private TypedMatcher() {}

    /** A text that {@link MatcherParser#one} reads back as this very matcher; empty where there is none in the dialect. */
    public static Optional<String> of(Matcher matcher, Dialect dialect) {
        String plain = matcher.toText();
        if (typeable(plain) && reads(plain, matcher, dialect)) {
            return Optional.of(plain);
        }
        // with the name in quotes the classic parser gives up, and Go's escapes count
        String escaped = quoted(matcher.name()) + matcher.op().sign() + quoted(matcher.value());
        return reads(escaped, matcher, dialect) ? Optional.of(escaped) : Optional.empty();
    }

    private static boolean reads(String text, Matcher matcher, Dialect dialect) {
        try {
            return MatcherParser.one(text, dialect).equals(matcher);
        } catch (MatcherSyntaxException e) {
            return false;
        }
    }

    private static boolean typeable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
