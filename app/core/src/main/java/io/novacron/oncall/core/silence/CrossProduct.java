package io.novacron.oncall.core.silence;

import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * Alternatives for several labels at once hit every combination of them, also those that nobody meant (alerts guide S12). Pure.
 */
public final class CrossProduct {

    private CrossProduct() {}

    /** One sentence to warn with; empty where at most one label has alternatives. */
    public static String warning(List<Matcher> matchers) {
        List<String> names = new ArrayList<>();
        long combinations = 1;
        for (Matcher matcher : matchers) {
            int alternatives = matcher.op() == Matcher.Op.REGEX ? alternatives(matcher.value()) : 1;
            if (alternatives > 1) {
                names.add(Visible.line(matcher.name(), 60));
                combinations = Math.min(combinations * alternatives, 1_000_000);
            }
        }
        return names.size() < 2
                ? ""
                : "It hits all " + combinations + " combinations of " + String.join(" and ", names)
                        + ", also those you may not mean; one silence for each is exact.";
    }

    /** How many alternatives stand at the top of the pattern, or within the one group that is all of it. */
    static int alternatives(String pattern) {
        int depth = 0;
        int bars = 0;
        int inner = 0;
        boolean set = false;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '[' -> set = true;
                case ']' -> set = false;
                case '(' -> depth += set ? 0 : 1;
                case ')' -> depth -= set ? 0 : 1;
                case '|' -> {
                    if (!set) {
                        bars += depth == 0 ? 1 : 0;
                        inner += depth > 0 ? 1 : 0;
                    }
                }
                default -> {
                    // a letter
                }
            }
        }
        return Math.max(bars, inner) + 1;
    }
}
