package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.text.Visible;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels of an alert as operators write them, {@code name=value,…}. A name or a value may stand in double quotes, with the
 * escapes of a matcher; without quotes it is taken to the letter, up to the next comma.
 */
final class LabelText {

    private static final int SHOWN = 80;

    private final String text;
    private int at;

    private LabelText(String text) {
        this.text = text;
    }

    /** No labels where the text is blank; a comma may end it. */
    static Labels read(String text) throws Stop {
        return new LabelText(text).all();
    }

    private Labels all() throws Stop {
        Map<String, String> labels = new TreeMap<>();
        blanks();
        while (at < text.length()) {
            int start = at;
            String name = text.charAt(at) == '"' ? quoted() : until("=,\"");
            blanks();
            if (name.isEmpty() || name.endsWith("!") || at == text.length() || text.charAt(at) != '=') {
                throw wrong("NAME=VALUE is expected", start);
            }
            at++;
            blanks();
            if (labels.putIfAbsent(name, value()) != null) {
                throw wrong("the label " + Visible.line(name, SHOWN) + " stands there twice", start);
            }
            blanks();
        }
        return Labels.of(labels);
    }

    private String value() throws Stop {
        if (at < text.length() && text.charAt(at) == '~') {
            throw wrong("NAME=VALUE is expected; a value that begins with ~ stands in double quotes", at);
        }
        String value = at < text.length() && text.charAt(at) == '"' ? quoted() : until(",");
        blanks();
        if (at < text.length()) {
            if (text.charAt(at) != ',') {
                throw wrong("a comma is expected after the closing quote", at);
            }
            at++;
        }
        return value;
    }

    private String quoted() throws Stop {
        int open = at;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw wrong("this double quote is not closed", open);
        }
        at++;
        try {
            return MatcherParser.one("x=" + text.substring(open, at), Dialect.FALLBACK)
                    .value();
        } catch (MatcherSyntaxException e) {
            throw wrong(Visible.line(e.text()), open);
        }
    }

    private String until(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Columns count characters (code points) from 1. */
    private Stop wrong(String what, int place) {
        return Stop.usage("--labels \"" + Visible.line(text, SHOWN) + "\", column "
                + (text.codePointCount(0, place) + 1) + ": " + what);
    }
}
