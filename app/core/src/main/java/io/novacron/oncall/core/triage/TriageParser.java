package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.ValueTest;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Cuts a filter into terms; what a matcher is, Alertmanager's own parser decides. */
final class TriageParser {

    /** Above this many instructions a pattern is no filter: it would hold up every keystroke (reliability guide F90). */
    private static final int LARGEST = 5_000;

    private final String text;
    private final List<Term> terms = new ArrayList<>();
    private int at;

    TriageParser(String text) {
        this.text = text;
    }

    List<Term> terms() throws TriageSyntaxException {
        skip(true);
        while (at < text.length()) {
            if (text.charAt(at) == '{') {
                braces();
            } else {
                term();
            }
            skip(true);
        }
        return terms;
    }

    private void braces() throws TriageSyntaxException {
        int start = at;
        while (at < text.length() && text.charAt(at) != '}') {
            at = text.charAt(at) == '"' ? quotedEnd() : at + 1;
        }
        at = Math.min(at + 1, text.length());
        try {
            for (Matcher matcher : MatcherParser.list(text.substring(start, at), Dialect.FALLBACK)) {
                overLabel(matcher, start);
            }
        } catch (MatcherSyntaxException e) {
            throw wrong(e, start);
        }
    }

    private void term() throws TriageSyntaxException {
        int start = at;
        boolean quoted = text.charAt(at) == '"';
        at = quoted ? quotedEnd() : bareEnd();
        int nameEnd = at;
        boolean own = !quoted && text.charAt(start) == '@';
        skip(false);
        String sign = sign(own);
        if (sign.isEmpty()) {
            at = nameEnd;
            if (own) {
                throw wrong(ownFields("An operator (=, !=, =~ or !~) was expected after " + shown(start, nameEnd)), at);
            }
            words(start, nameEnd, quoted);
            return;
        }
        int operator = at;
        at += sign.length();
        skip(false);
        int value = at;
        if (at < text.length()) {
            at = text.charAt(at) == '"' ? quotedEnd() : valueEnd();
        }
        if (own) {
            overField(start, nameEnd, operator, sign, value);
        } else {
            overLabel(start);
        }
    }

    private void words(int start, int end, boolean quoted) throws TriageSyntaxException {
        String phrase = quoted ? unquoted(start) : text.substring(start, end);
        if (!phrase.isEmpty()) {
            terms.add(new Term.Text(new FreeText(phrase)));
        }
    }

    /** What the text in double quotes says, read as Alertmanager reads a value. */
    private String unquoted(int start) throws TriageSyntaxException {
        return one("x=" + text.substring(start, at), start - 2).value();
    }

    private void overLabel(int start) throws TriageSyntaxException {
        overLabel(one(text.substring(start, at), start), start);
    }

    private void overLabel(Matcher matcher, int start) throws TriageSyntaxException {
        terms.add(new Term.OverLabel(matcher, test(matcher, start)));
    }

    private void overField(int start, int nameEnd, int operator, String sign, int value) throws TriageSyntaxException {
        Field.Known field = Arrays.stream(Field.Known.values())
                .filter(known -> known.text().equals(text.substring(start, nameEnd)))
                .findFirst()
                .orElseThrow(() -> wrong(ownFields("No field is called " + shown(start, nameEnd)), start));
        if (field == Field.Known.AGE) {
            age(sign, operator, value);
            return;
        }
        if (sign.equals("<") || sign.equals(">")) {
            throw wrong("Only @age is compared with < and >.", operator);
        }
        Matcher matcher = one("x" + text.substring(operator, at), operator - 1);
        if (field == Field.Known.STATE && !matcher.op().regex()) {
            state(matcher.value(), value);
        }
        Matcher positive =
                new Matcher("x", matcher.op().regex() ? Matcher.Op.REGEX : Matcher.Op.EQUAL, matcher.value());
        RememberedTest test = matcher.op().regex() ? test(positive, value) : RememberedTest.word(matcher.value());
        terms.add(new Term.OverField(field, matcher.op().negative(), test));
    }

    private void age(String sign, int operator, int value) throws TriageSyntaxException {
        if (!sign.equals("<") && !sign.equals(">")) {
            throw wrong("@age is compared with < or >, as in @age>10m.", operator);
        }
        try {
            terms.add(new Term.OverAge(sign.equals(">"), PromDuration.parse(text.substring(value, at))));
        } catch (DurationSyntaxException e) {
            throw wrong(String.valueOf(e.getMessage()), value);
        }
    }

    private void state(String word, int value) throws TriageSyntaxException {
        String known = Arrays.stream(AlertState.values()).map(AlertState::word).collect(Collectors.joining(", "));
        if (Arrays.stream(AlertState.values()).noneMatch(state -> state.word().equalsIgnoreCase(word))) {
            throw wrong("A state is one of " + known + ".", value);
        }
    }

    private RememberedTest test(Matcher matcher, int start) throws TriageSyntaxException {
        try {
            ValueTest test = ValueTest.of(matcher);
            if (test.size() > LARGEST) {
                throw wrong("The pattern is too large to filter with.", start);
            }
            return RememberedTest.of(test);
        } catch (MatcherSyntaxException e) {
            throw wrong(e, start);
        }
    }

    private Matcher one(String matcher, int start) throws TriageSyntaxException {
        try {
            return MatcherParser.one(matcher, Dialect.FALLBACK);
        } catch (MatcherSyntaxException e) {
            throw wrong(e, start);
        }
    }

    /** The operator that begins here; empty for none. */
    private String sign(boolean own) {
        for (String sign : List.of("=~", "=", "!=", "!~")) {
            if (text.startsWith(sign, at)) {
                return sign;
            }
        }
        return own && (text.startsWith("<", at) || text.startsWith(">", at)) ? text.substring(at, at + 1) : "";
    }

    private int bareEnd() {
        boolean own = text.charAt(at) == '@';
        int end = at;
        while (end < text.length() && !ends(end, own)) {
            end++;
        }
        // a character that ends a word and begins none stands for itself
        return Math.max(end, at + 1);
    }

    private boolean ends(int index, boolean own) {
        char c = text.charAt(index);
        boolean negation = c == '!' && (text.startsWith("!=", index) || text.startsWith("!~", index));
        return blank(c) || c == ',' || c == '"' || c == '=' || negation || (own && (c == '<' || c == '>'));
    }

    private int valueEnd() {
        int end = at;
        while (end < text.length() && !blank(text.charAt(end)) && text.charAt(end) != ',') {
            end++;
        }
        return end;
    }

    /** After the quote that closes the one here. */
    private int quotedEnd() throws TriageSyntaxException {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                return i + 1;
            }
            if (text.charAt(i) == '\\') {
                i++;
            }
        }
        throw wrong("This double quote is not closed.", at);
    }

    private void skip(boolean commasToo) {
        while (at < text.length() && (blank(text.charAt(at)) || (commasToo && text.charAt(at) == ','))) {
            at++;
        }
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private String shown(int from, int to) {
        return Visible.line(text.substring(from, to), 40);
    }

    private static String ownFields(String what) {
        return what
                + Arrays.stream(Field.Known.values())
                        .map(Field.Known::text)
                        .collect(Collectors.joining(", ", "; the fields are ", "."));
    }

    /** @param start where the matcher would begin in the text; before it where something was put in front of the text */
    private TriageSyntaxException wrong(MatcherSyntaxException inner, int start) {
        int before = start < 0 ? start : text.codePointCount(0, start);
        return new TriageSyntaxException(inner.text(), before + inner.column());
    }

    private TriageSyntaxException wrong(String sentence, int index) {
        return new TriageSyntaxException(sentence, text.codePointCount(0, Math.min(index, text.length())) + 1);
    }
}
