package io.novacron.oncall.core.silence;

import io.novacron.oncall.core.text.Visible;

/** Errors with the place where they were met. */
final class Column {

    private Column() {}

    static int of(String text, int index) {
        return text.codePointCount(0, index) + 1;
    }

    static MatcherSyntaxException wrong(String sentence, String text, int index) {
        return new MatcherSyntaxException(sentence, of(text, index));
    }

    /** "{@code expected} was expected, found …", up to {@code end}. */
    static MatcherSyntaxException expected(String expected, String text, int index, int end) {
        String found = index >= end ? "the end" : "\"" + Visible.line(text.substring(index, end), 20) + "\"";
        return wrong(expected + " was expected, found " + found + ".", text, index);
    }
}
