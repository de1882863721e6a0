package io.novacron.oncall.core.firing;

import java.util.List;
import java.util.Optional;

/**
 * An alerting expression, cut at the comparison that decides it: {@code rate(x[5m]) > 0.1}.
 *
 * @param measured what is compared
 * @param sign {@code >}, {@code >=}, {@code <}, {@code <=}, {@code ==} or {@code !=}
 * @param limit what it is compared with; often a number
 */
public record ComparedExpression(String measured, String sign, String limit) {

    private static final List<String> SIGNS = List.of(">=", "<=", "==", "!=", ">", "<");
    private static final List<String> SETS = List.of("and", "or", "unless");

    /**
     * Cuts at the last comparison outside all brackets and texts. Empty where there is none, where {@code and}, {@code or} or
     * {@code unless} stand beside it (no single side decides then), and where a comment, {@code bool} or {@code on} makes it
     * more than two sides.
     */
    public static Optional<ComparedExpression> of(String expression) {
        int depth = 0;
        int found = -1;
        String sign = "";
        int i = 0;
        while (i < expression.length()) {
            char c = expression.charAt(i);
            if (c == '#') {
                return Optional.empty();
            }
            if (c == '"' || c == '\'' || c == '`') {
                i = textEnd(expression, i);
                continue;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                if (word(expression, i, SETS)) {
                    return Optional.empty();
                }
                String here = sign(expression, i);
                if (!here.isEmpty()) {
                    found = i;
                    sign = here;
                    i += here.length();
                    continue;
                }
            }
            i++;
        }
        if (found < 0) {
            return Optional.empty();
        }
        String measured = expression.substring(0, found).strip();
        String limit = expression.substring(found + sign.length()).strip();
        boolean plain = !measured.isEmpty() && !limit.isEmpty() && !word(limit, 0, List.of("bool", "on", "ignoring"));
        return plain ? Optional.of(new ComparedExpression(measured, sign, limit)) : Optional.empty();
    }

    private static String sign(String text, int at) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                return sign;
            }
        }
        return "";
    }

    /** One of these words, in any case, with nothing of a name around it. */
    private static boolean word(String text, int at, List<String> words) {
        boolean begins = at == 0 || !name(text.charAt(at - 1));
        return begins
                && words.stream()
                        .anyMatch(word -> text.regionMatches(true, at, word, 0, word.length())
                                && (at + word.length() == text.length() || !name(text.charAt(at + word.length()))));
    }

    private static boolean name(char c) {
        return c == '_' || c == ':' || c == '.' || Character.isLetterOrDigit(c);
    }

    private static int textEnd(String text, int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' && quote != '`' ? 2 : 1;
        }
        return i + 1;
    }
}
