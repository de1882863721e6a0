package io.novacron.oncall.core.silence;

import io.novacron.oncall.core.silence.Matcher.Op;
import io.novacron.oncall.core.silence.Utf8Lexer.Kind;
import io.novacron.oncall.core.silence.Utf8Lexer.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The parser since 0.27: names and values are any text, in double quotes with Go's escapes or bare without reserved
 * characters; a value is never left out; braces come in pairs; one comma may end the list.
 */
final class Utf8Syntax {

    private final String text;
    private final Utf8Lexer lexer;

    private Utf8Syntax(String text) {
        this.text = text;
        this.lexer = new Utf8Lexer(text);
    }

    static List<Matcher> list(String text) throws MatcherSyntaxException {
        return new Utf8Syntax(text).list();
    }

    private List<Matcher> list() throws MatcherSyntaxException {
        boolean open = skip(Kind.OPEN);
        List<Matcher> matchers = new ArrayList<>();
        boolean more = true;
        while (more && lexer.peek().kind() != Kind.CLOSE && lexer.peek().kind() != Kind.END) {
            matchers.add(matcher());
            more = skip(Kind.COMMA);
        }
        close(open);
        return matchers;
    }

    private void close(boolean open) throws MatcherSyntaxException {
        Token token = lexer.peek();
        if (open) {
            expect("A comma or }", Kind.CLOSE);
        } else if (token.kind() == Kind.CLOSE) {
            throw Column.wrong("There is a } without a {.", text, token.from());
        }
        expect(open ? "The end" : "A comma or the end", Kind.END);
    }

    private Matcher matcher() throws MatcherSyntaxException {
        String name = lexer.content(expect("A label name", Kind.QUOTED, Kind.BARE));
        Token sign = expect("An operator (=, !=, =~ or !~)", Kind.OPERATOR);
        Op op = op(text.substring(sign.from(), sign.to()));
        Token value = expect("A value", Kind.QUOTED, Kind.BARE);
        String content = lexer.content(value);
        if (op.regex()) {
            Regex.check(content, text, value.from());
        }
        return new Matcher(name, op, content);
    }

    private static Op op(String sign) {
        return switch (sign) {
            case "=" -> Op.EQUAL;
            case "!=" -> Op.NOT_EQUAL;
            case "=~" -> Op.REGEX;
            default -> Op.NOT_REGEX;
        };
    }

    private boolean skip(Kind kind) throws MatcherSyntaxException {
        boolean there = lexer.peek().kind() == kind;
        if (there) {
            lexer.next();
        }
        return there;
    }

    private Token expect(String what, Kind... kinds) throws MatcherSyntaxException {
        Token token = lexer.next();
        if (!List.of(kinds).contains(token.kind())) {
            throw Column.expected(what, text, token.from(), token.to());
        }
        return token;
    }
}
