package io.novacron.oncall.demo.rule;

import io.novacron.oncall.demo.rule.Template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The part of Go's template language that rule files use: {@code $labels}, {@code $externalLabels}, {@code $value}, string
 * and number literals, parentheses, pipelines and functions. Control structures are refused.
 */
final class TemplateParser {

    private final String text;
    private int at;

    TemplateParser(String text) {
        this.text = text;
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        boolean trim = false;
        while (at < text.length()) {
            int open = text.indexOf("{{", at);
            String plain = text.substring(at, open < 0 ? text.length() : open);
            at = open < 0 ? text.length() : open + 2;
            boolean trimBefore = open >= 0 && text.startsWith("- ", at);
            String shown = trim ? plain.stripLeading() : plain;
            String literal = trimBefore ? shown.stripTrailing() : shown;
            if (!literal.isEmpty()) {
                parts.add(_ -> literal);
            }
            if (open >= 0) {
                at += trimBefore ? 1 : 0;
                parts.add(pipeline());
                trim = take("-}}");
                if (!trim && !take("}}")) {
                    throw wrong("\"}}\" is expected");
                }
            }
        }
        return parts;
    }

    /** {@code command | function arguments | …}: each function gets what stands before it as its last argument. */
    private Part pipeline() {
        Part value = command(null);
        while (take("|")) {
            value = command(value);
        }
        return value;
    }

    private Part command(@Nullable Part last) {
        blanks();
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            String name = word();
            List<Part> arguments = new ArrayList<>();
            Part next = operand();
            while (next != null) {
                arguments.add(next);
                next = operand();
            }
            if (last != null) {
                arguments.add(last);
            }
            return TemplateFunction.named(name, text).bound(arguments, text);
        }
        Part operand = operand();
        if (operand == null || last != null) {
            throw wrong("a function or a value is expected");
        }
        return operand;
    }

    private @Nullable Part operand() {
        blanks();
        if (at >= text.length()) {
            return null;
        }
        char c = text.charAt(at);
        if (c == '(') {
            at++;
            Part inner = pipeline();
            if (!take(")")) {
                throw wrong("\")\" is expected");
            }
            return inner;
        }
        if (c == '"' || c == '`') {
            String literal = literal(c);
            return _ -> literal;
        }
        if (c == '$' || c == '.') {
            return variable();
        }
        if (Character.isDigit(c) || (c == '-' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
            return number();
        }
        return null;
    }

    private Part variable() {
        at++;
        String name = word().toLowerCase(Locale.ROOT);
        if (name.equals("value")) {
            return Template.Context::value;
        }
        if (!take(".")) {
            throw wrong("the name of a label is expected");
        }
        String label = word();
        return switch (name) {
            case "labels" -> context -> context.labels().get(label);
            case "externallabels" -> context -> context.external().get(label);
            default -> throw wrong("$" + name + " is not known");
        };
    }

    private Part number() {
        int start = at;
        at++;
        while (at < text.length() && "0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            double value = Double.parseDouble(digits);
            return _ -> value;
        } catch (NumberFormatException e) {
            throw wrong("\"" + digits + "\" is no number");
        }
    }

    private String literal(char quote) {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\' && quote == '"' && at < text.length()) {
                char escaped = text.charAt(at++);
                out.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case '"', '\\' -> escaped;
                            default -> throw wrong("\\" + escaped + " is no escape");
                        });
            } else {
                out.append(c);
            }
        }
        if (at >= text.length()) {
            throw wrong("a quote is not closed");
        }
        at++;
        return out.toString();
    }

    private String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at == start) {
            throw wrong("a name is expected");
        }
        return text.substring(start, at);
    }

    private boolean take(String sign) {
        blanks();
        boolean here = text.startsWith(sign, at);
        at += here ? sign.length() : 0;
        return here;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private TemplateSyntaxException wrong(String why) {
        return new TemplateSyntaxException(
                "the template \"" + text + "\" is wrong: " + why + " at column " + (at + 1) + ".");
    }
}
