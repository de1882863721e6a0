package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Labels;

/** Looks for one text without regard to case; nothing is copied, for this runs over megabytes at every keystroke. */
final class FreeText {

    private final String wanted;
    private final char first;
    private final char firstUpper;

    /** @param text not empty */
    FreeText(String text) {
        wanted = text;
        first = Character.toLowerCase(text.charAt(0));
        firstUpper = Character.toUpperCase(text.charAt(0));
    }

    boolean in(Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (in(labels.value(i)) || in(labels.name(i))) {
                return true;
            }
        }
        return false;
    }

    boolean in(String text) {
        int last = text.length() - wanted.length();
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == first || c == firstUpper) && text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
