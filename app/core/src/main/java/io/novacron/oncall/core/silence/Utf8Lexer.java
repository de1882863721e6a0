package io.novacron.oncall.core.silence;

/** Cuts a text into the tokens of the UTF-8 dialect; blanks between them are dropped. */
final class Utf8Lexer {

    enum Kind {
        OPEN,
        CLOSE,
        COMMA,
        OPERATOR,
        QUOTED,
        BARE,
        END
    }

    /** From and to are indices into the text; {@link Kind#END} is empty. */
    record Token(Kind kind, int from, int to) {}

    private final String text;
    private int at;

    Utf8Lexer(String text) {
        this.text = text;
    }

    Token next() throws MatcherSyntaxException {
        Token token = peek();
        at = token.to();
        return token;
    }

    Token peek() throws MatcherSyntaxException {
        int from = at;
        while (from < text.length() && Blank.unicode(text.charAt(from))) {
            from++;
        }
        if (from == text.length()) {
            return new Token(Kind.END, from, from);
        }
        return switch (text.charAt(from)) {
            case '{' -> new Token(Kind.OPEN, from, from + 1);
            case '}' -> new Token(Kind.CLOSE, from, from + 1);
            case ',' -> new Token(Kind.COMMA, from, from + 1);
            case '=', '!' -> operator(from);
            case '"' -> quoted(from);
            default -> bare(from);
        };
    }

    /** What a quoted or bare token says. */
    String content(Token token) throws MatcherSyntaxException {
        return token.kind() == Kind.QUOTED
                ? GoString.unquote(text, token.from(), token.to())
                : text.substring(token.from(), token.to());
    }

    private Token operator(int from) throws MatcherSyntaxException {
        char second = from + 1 < text.length() ? text.charAt(from + 1) : ' ';
        if (second == '~' || (second == '=' && text.charAt(from) == '!')) {
            return new Token(Kind.OPERATOR, from, from + 2);
        }
        if (text.charAt(from) == '!') {
            throw Column.wrong("After ! comes = or ~.", text, from);
        }
        return new Token(Kind.OPERATOR, from, from + 1);
    }

    private Token quoted(int from) throws MatcherSyntaxException {
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                return new Token(Kind.QUOTED, from, i + 1);
            }
            if (text.charAt(i) == '\\') {
                i++;
            }
        }
        throw Column.wrong("This double quote is not closed.", text, from);
    }

    private Token bare(int from) throws MatcherSyntaxException {
        int to = from;
        while (to < text.length() && !reserved(text.charAt(to))) {
            to++;
        }
        if (to == from) {
            char c = text.charAt(from);
            String what = c == '~' || c == '!'
                    ? c + " is no operator (they are =, !=, =~ and !~); as text it stands only in double quotes."
                    : "The character " + c + " stands only in double quotes.";
            throw Column.wrong(what, text, from);
        }
        return new Token(Kind.BARE, from, to);
    }

    /** True for what a bare name or value may not hold. */
    static boolean reserved(char c) {
        return Blank.unicode(c) || "{}!=~,\\\"'`".indexOf(c) >= 0;
    }
}
