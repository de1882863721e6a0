package io.novacron.oncall.core.silence;

import io.novacron.oncall.core.silence.Matcher.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * The parser before 0.27: a Prometheus label name, an operator, and a value with or without double quotes in which
 * {@code \"}, {@code \\} and {@code \n} are escapes and any other backslash stands for itself. Braces are optional at either
 * end, an empty value may be left out, a comma may end the list.
 */
final class ClassicSyntax {

    private final String text;
    private final int end;
    private int at;

    private ClassicSyntax(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    static Matcher one(String text) throws MatcherSyntaxException {
        return new ClassicSyntax(text, 0, text.length()).matcher();
    }

    static List<Matcher> list(String text) throws MatcherSyntaxException {
        int start = text.startsWith("{") ? 1 : 0;
        int end = text.endsWith("}") && text.length() > start ? text.length() - 1 : text.length();
        List<Matcher> matchers = new ArrayList<>();
        int from = start;
        for (int comma : commas(text, start, end)) {
            matchers.add(new ClassicSyntax(text, from, comma).matcher());
            from = comma + 1;
        }
        while (from < end && Blank.unicode(text.charAt(from))) {
            from++;
        }
        while (from < end && Blank.unicode(text.charAt(end - 1))) {
            end--;
        }
        if (from < end) {
            matchers.add(new ClassicSyntax(text, from, end).matcher());
        }
        return matchers;
    }

    /** Commas outside quotes. As on the server, a comma between a backslash and a quote does not end the escape. */
    private static List<Integer> commas(String text, int start, int end) {
        List<Integer> found = new ArrayList<>();
        boolean quoted = false;
        boolean escaped = false;
        for (int i = start; i < end; i++) {
            switch (text.charAt(i)) {
                case ',' -> {
                    if (!quoted) {
                        found.add(i);
                    }
                }
                case '"' -> {
                    quoted ^= !escaped;
                    escaped = false;
                }
                case '\\' -> escaped = !escaped;
                default -> escaped = false;
            }
        }
        return found;
    }

    private Matcher matcher() throws MatcherSyntaxException {
        skipBlanks();
        String name = name();
        skipBlanks();
        Op op = op();
        skipBlanks();
        int last = end;
        while (last > at && Blank.ascii(text.charAt(last - 1))) {
            last--;
        }
        int start = at;
        String value = value(last);
        if (op.regex()) {
            Regex.check(value, text, start);
        }
        return new Matcher(name, op, value);
    }

    private String name() throws MatcherSyntaxException {
        int start = at;
        while (at < end && nameCharacter(text.charAt(at), at > start)) {
            at++;
        }
        if (at == start) {
            throw Column.expected("A label name", text, start, end);
        }
        return text.substring(start, at);
    }

    private Op op() throws MatcherSyntaxException {
        for (Op op : List.of(Op.REGEX, Op.EQUAL, Op.NOT_EQUAL, Op.NOT_REGEX)) {
            if (text.startsWith(op.sign(), at) && at + op.sign().length() <= end) {
                at += op.sign().length();
                return op;
            }
        }
        throw Column.expected("An operator (=, !=, =~ or !~)", text, at, end);
    }

    private String value(int last) throws MatcherSyntaxException {
        boolean quoted = at < last && text.charAt(at) == '"';
        int start = at;
        if (quoted) {
            at++;
        }
        StringBuilder value = new StringBuilder(last - at);
        while (at < last) {
            char c = text.charAt(at++);
            if (c == '\\' && at < last) {
                unescape(value);
            } else if (c != '"') {
                value.append(c);
            } else if (quoted && at == last) {
                return value.toString();
            } else {
                throw Column.wrong("A double quote within the value is written as \\\".", text, at - 1);
            }
        }
        if (quoted) {
            throw Column.wrong("The double quote that opens the value is not closed.", text, start);
        }
        return value.toString();
    }

    private void unescape(StringBuilder value) {
        char c = text.charAt(at++);
        switch (c) {
            case 'n' -> value.append('\n');
            case '"', '\\' -> value.append(c);
            default -> value.append('\\').append(c);
        }
    }

    private void skipBlanks() {
        while (at < end && Blank.ascii(text.charAt(at))) {
            at++;
        }
    }

    private static boolean nameCharacter(char c, boolean digitToo) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == ':'
                || (digitToo && c >= '0' && c <= '9');
    }
}
