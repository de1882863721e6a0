package io.novacron.oncall.demo.promql;

import java.util.ArrayList;
import java.util.List;

/** Where a parser stands in its tokens. */
final class Tokens {

    private final List<Token> all;
    private int at;

    Tokens(List<Token> all) {
        this.all = all;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return all.get(Math.min(at + ahead, all.size() - 1));
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean skip(String sign) {
        boolean there = peek().is(sign);
        if (there) {
            at++;
        }
        return there;
    }

    boolean skipWord(String keyword) {
        boolean there = peek().isWord(keyword);
        if (there) {
            at++;
        }
        return there;
    }

    void expect(String sign) {
        if (!skip(sign)) {
            throw unexpected("where \"" + sign + "\" is expected");
        }
    }

    /** Names of labels in parentheses, bare or quoted; a comma may follow the last. */
    List<String> labels() {
        expect("(");
        List<String> labels = new ArrayList<>();
        while (!skip(")")) {
            labels.add(label());
            if (!peek().is(")")) {
                expect(",");
            }
        }
        return labels;
    }

    String label() {
        Token token = peek();
        boolean quoted = token.kind() == Token.Kind.STRING && !token.text().isEmpty();
        boolean bare = token.kind() == Token.Kind.WORD && token.text().indexOf(':') < 0;
        if (!quoted && !bare) {
            throw unexpected("where the name of a label is expected");
        }
        return next().text();
    }

    /** A number, or the seconds of a duration. */
    double number() {
        Token token = peek();
        return switch (token.kind()) {
            case NUMBER -> Numbers.number(next().text());
            case DURATION -> Numbers.duration(next().text()) / 1000.0;
            case WORD -> {
                if (!token.isWord("inf") && !token.isWord("nan")) {
                    throw unexpected("where a number is expected");
                }
                yield Numbers.number(next().text());
            }
            default -> throw unexpected("where a number is expected");
        };
    }

    /** A number with an optional sign before it. */
    double signedNumber() {
        if (skip("-")) {
            return -number();
        }
        skip("+");
        return number();
    }

    PromQlException unexpected(String where) {
        Token token = peek();
        return PromQlException.syntax(
                "unexpected " + token.shown() + " at position " + (token.at() + 1) + ", " + where);
    }
}
