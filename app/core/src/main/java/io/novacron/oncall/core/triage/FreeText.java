package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Labels;
import java.util.Map;

/** Looks for one text without regard to case; nothing is copied, for this runs over megabytes at every keystroke. */
final class FreeText {

    private final String lower;
    private final char first;
    private final char firstUpper;

    /** @param text not empty */
    FreeText(String text) {
        lower = text;
        first = Character.toLowerCase(text.charAt(0));
        firstUpper = Character.toUpperCase(text.charAt(0));
    }

    boolean in(Labels labels) {
        for (Map.Entry<String, String> label : labels.byName().entrySet()) {
            if (in(label.getValue()) || in(label.getKey())) {
                return true;
            }
        }
        return false;
    }

    boolean in(String text) {
        int last = text.length() - lower.length();
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == first || c == firstUpper) && text.regionMatches(true, i, lower, 0, lower.length())) {
                return true;
            }
        }
        return false;
    }
}
