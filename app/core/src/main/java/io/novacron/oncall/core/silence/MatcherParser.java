package io.novacron.oncall.core.silence;

import java.util.List;

/**
 * Reads matchers as Alertmanager does, dialect by dialect; a pattern that RE2 refuses is a syntax error, as there. What no
 * UTF-8 can carry (half a surrogate pair) is refused in every dialect.
 */
public final class MatcherParser {

    private interface Syntax<T> {
        T read(String text) throws MatcherSyntaxException;
    }

    private MatcherParser() {}

    /** Exactly one matcher, as one {@code filter=} of the API takes it (alerts guide M5). */
    public static Matcher one(String text, Dialect dialect) throws MatcherSyntaxException {
        requireUnicode(text);
        return switch (dialect) {
            case CLASSIC -> ClassicSyntax.one(text);
            case UTF8 -> utf8One(text);
            case FALLBACK -> {
                refuseBraces(text);
                yield fallback(text, ClassicSyntax::one, MatcherParser::utf8One);
            }
        };
    }

    /** Any number of matchers, {@code {a="b",c=~"d"}} or without the braces, in the order written; none is an empty list. */
    public static List<Matcher> list(String text, Dialect dialect) throws MatcherSyntaxException {
        requireUnicode(text);
        return switch (dialect) {
            case CLASSIC -> ClassicSyntax.list(text);
            case UTF8 -> Utf8Syntax.list(text);
            case FALLBACK -> fallback(text, ClassicSyntax::list, Utf8Syntax::list);
        };
    }

    private static <T> T fallback(String text, Syntax<T> classic, Syntax<T> utf8) throws MatcherSyntaxException {
        try {
            return classic.read(text);
        } catch (MatcherSyntaxException onlyNewCanRead) {
            return utf8.read(text);
        }
    }

    private static Matcher utf8One(String text) throws MatcherSyntaxException {
        refuseBraces(text);
        List<Matcher> matchers = Utf8Syntax.list(text);
        if (matchers.size() != 1) {
            throw new MatcherSyntaxException("One matcher is expected here, found " + matchers.size() + ".", 1);
        }
        return matchers.getFirst();
    }

    private static void refuseBraces(String text) throws MatcherSyntaxException {
        if (text.startsWith("{")) {
            throw new MatcherSyntaxException("A single matcher is written without braces.", 1);
        }
        if (text.endsWith("}")) {
            throw Column.wrong("A single matcher is written without braces.", text, text.length() - 1);
        }
    }

    private static void requireUnicode(String text) throws MatcherSyntaxException {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                throw Column.wrong("The matcher is not valid Unicode: half a surrogate pair.", text, i);
            }
        }
    }
}
