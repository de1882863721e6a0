package io.novacron.oncall.views.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// How well a few typed letters fit a text: they must occur in it in their order, best at the beginning, then at those
/// of words, and
/// one after the other. Several words may stand in any order.
public final class Fuzzy {
    private static final int START = 14;
    private static final int WORD = 10;
    private static final int RUN = 10;
    private static final int LETTER = 1;
    private static final int NONE = Integer.MIN_VALUE / 2;

    /// A fit.
    ///
    /// @param score     the higher the better; comparable for one query only
    /// @param positions indices of the letters that were met, ascending
    public record Hit(int score, List<Integer> positions) {
        public Hit {
            positions = List.copyOf(positions);
        }
    }

    private Fuzzy() {}

    /// Looks for every word of `query` in `text`, whatever the case; an empty query fits everything alike.
    public static Optional<Hit> match(String query, String text) {
        int score = 0;
        var positions = new TreeSet<Integer>();
        for (String word : query.split(" ", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            Optional<Hit> hit = word(word, text);
            if (hit.isEmpty()) {
                return Optional.empty();
            }
            score += hit.get().score();
            positions.addAll(hit.get().positions());
        }
        return Optional.of(new Hit(score, List.copyOf(positions)));
    }

    /// Best score of the letters up to `i` where the last of them stands at `j`; then the way back.
    private static Optional<Hit> word(String word, String text) {
        int letters = word.length();
        int length = text.length();
        int[][] best = new int[letters][length];
        int[][] before = new int[letters][length];
        for (int i = 0; i < letters; i++) {
            int reached = NONE; // best end of the letters before i, left of j - 1
            int reachedAt = -1;
            for (int j = 0; j < length; j++) {
                int apart = i == 0 ? 0 : reached;
                int apartAt = reachedAt;
                int joined = i > 0 && j > 0 ? best[i - 1][j - 1] : NONE;
                best[i][j] = NONE;
                if (same(word.charAt(i), text.charAt(j)) && Math.max(apart, joined) > NONE / 2) {
                    boolean run = joined + RUN >= apart;
                    int gain = j == 0 ? START : begins(text, j) ? WORD : LETTER;
                    best[i][j] = (run ? joined + RUN : apart) + gain;
                    before[i][j] = run ? j - 1 : apartAt;
                }
                if (joined > reached) {
                    reached = joined;
                    reachedAt = j - 1;
                }
            }
        }
        int end = -1;
        for (int j = 0; j < length; j++) {
            if (best[letters - 1][j] > NONE / 2 && (end < 0 || best[letters - 1][j] > best[letters - 1][end])) {
                end = j;
            }
        }
        return end < 0 ? Optional.empty() : Optional.of(hit(best[letters - 1][end], before, end, length));
    }

    private static Hit hit(int score, int[][] before, int end, int length) {
        Integer[] way = new Integer[before.length];
        int at = end;
        for (int i = before.length - 1; i >= 0; i--) {
            way[i] = at;
            at = before[i][at];
        }
        // of two equal fits the shorter text is meant
        return new Hit(score * 100 - Math.min(length, 99), new ArrayList<>(Arrays.asList(way)));
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    private static boolean begins(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
