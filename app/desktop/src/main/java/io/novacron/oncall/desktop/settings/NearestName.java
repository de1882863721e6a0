package io.novacron.oncall.desktop.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Which known name a mistyped one is meant to be, by the number of edits between them. */
public final class NearestName {

    private NearestName() {}

    /** "; did you mean "every"?" where a known name is near, else all the known ones. */
    public static String hint(String typed, Collection<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        String nearest = known.stream()
                .min(Comparator.comparingInt((String name) -> edits(lower, name)))
                .orElse("");
        if (edits(lower, nearest) <= Math.max(2, nearest.length() / 3)) {
            return "; did you mean \"" + nearest + "\"?";
        }
        return "; known are " + String.join(", ", known) + ".";
    }

    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
