package io.novacron.oncall.core.triage;

import java.util.Comparator;

/**
 * Texts as people order them: runs of digits by their number, so that {@code node-2} comes before {@code node-10}; letters
 * without regard to case, and with it only among equals.
 */
public final class NaturalOrder implements Comparator<String> {

    public static final Comparator<String> INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        int order = key(a).compareTo(key(b));
        return order != 0 ? order : a.compareTo(b);
    }

    /** A text that in plain order stands where this one does naturally: before each number stands how long it is. */
    static String key(String text) {
        StringBuilder key = new StringBuilder(text.length() + 8);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!digit(c)) {
                key.append(Character.toLowerCase(c));
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && digit(text.charAt(end))) {
                end++;
            }
            while (at < end && text.charAt(at) == '0') {
                at++;
            }
            // the first digit keeps the number's place among letters and signs
            key.append('0').append((char) (end - at)).append(text, at, end);
            at = end;
        }
        return key.toString();
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
