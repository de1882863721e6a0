package io.novacron.oncall.core.triage;

import java.util.Comparator;

/** Texts as people order them: digits by their number, so that {@code node-2} comes before {@code node-10}; letters without their case first. */
public final class NaturalOrder implements Comparator<String> {

    public static final Comparator<String> INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char x = a.charAt(i);
            char y = b.charAt(j);
            if (digit(x) && digit(y)) {
                int endX = digitsEnd(a, i);
                int endY = digitsEnd(b, j);
                int order = numbers(a, i, endX, b, j, endY);
                if (order != 0) {
                    return order;
                }
                i = endX;
                j = endY;
            } else {
                int order = Character.compare(folded(x), folded(y));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    /** Of any length, so never parsed: without leading zeros the longer is larger. */
    private static int numbers(String a, int fromA, int endA, String b, int fromB, int endB) {
        int i = fromA;
        int j = fromB;
        while (i < endA && a.charAt(i) == '0') {
            i++;
        }
        while (j < endB && b.charAt(j) == '0') {
            j++;
        }
        int order = Integer.compare(endA - i, endB - j);
        while (order == 0 && i < endA) {
            order = Character.compare(a.charAt(i++), b.charAt(j++));
        }
        return order;
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char folded(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : Character.toLowerCase(c);
    }
}
