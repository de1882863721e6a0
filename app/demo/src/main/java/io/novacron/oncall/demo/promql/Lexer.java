package io.novacron.oncall.demo.promql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens; comments and blanks fall away. */
final class Lexer {

    /** Longest first, so that {@code ==} is not read as two signs. */
    private static final List<String> SIGNS = List.of(
            "==", "!=", "=~", "!~", "<=", ">=", "+", "-", "*", "/", "%", "^", "<", ">", "=", "(", ")", "{", "}", "[",
            "]", ",", ":", "@");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    /** Between square brackets a colon is a sign of its own, elsewhere it is part of a name. */
    private boolean inBrackets;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.skipBlanks()) {
            lexer.next();
        }
        lexer.add(Token.Kind.END, "", lexer.at);
        return lexer.tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '"' || c == '\'' || c == '`') {
            int start = at;
            StringLiteral literal = StringLiteral.read(text, at);
            at = literal.end();
            add(Token.Kind.STRING, literal.value(), start);
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (isLetter(c) || (c == ':' && !inBrackets)) {
            word();
        } else {
            sign();
        }
    }

    private void word() {
        int start = at;
        while (isLetter(peek(0)) || isDigit(peek(0)) || (peek(0) == ':' && !inBrackets)) {
            at++;
        }
        add(Token.Kind.WORD, text.substring(start, at), start);
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                if (sign.equals("[") || sign.equals("]")) {
                    inBrackets = sign.equals("[");
                }
                add(Token.Kind.SIGN, sign, at);
                at += sign.length();
                return;
            }
        }
        throw PromQlException.syntax("unexpected character '" + text.charAt(at) + "' at position " + (at + 1));
    }

    /** A number in one of Go's notations, or a duration such as {@code 1h30m}. */
    private void number() {
        int start = at;
        if (peek(0) == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            at += 2;
            skipDigits(true);
        } else {
            skipDigits(false);
            if (peek(0) == '.') {
                at++;
                skipDigits(false);
            }
            if (peek(0) == 'e' || peek(0) == 'E') {
                at += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
                skipDigits(false);
            }
        }
        boolean duration = isLetter(peek(0));
        while (isLetter(peek(0)) || isDigit(peek(0)) || peek(0) == '.') {
            at++;
        }
        add(duration ? Token.Kind.DURATION : Token.Kind.NUMBER, text.substring(start, at), start);
    }

    private void skipDigits(boolean hexadecimal) {
        while (isDigit(peek(0)) || peek(0) == '_' || (hexadecimal && Character.digit(peek(0), 16) >= 0)) {
            at++;
        }
    }

    private void add(Token.Kind kind, String value, int start) {
        tokens.add(new Token(kind, value, start));
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
