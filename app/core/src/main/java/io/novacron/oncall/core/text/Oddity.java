package io.novacron.oncall.core.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** What may make a text from outside look like another one (reliability guide F80 to F82). */
public enum Oddity {
    /** Characters that steer a terminal or forge a line; a line break or a tab is none. */
    CONTROL("control characters"),
    /** Characters that turn the direction of writing (CVE-2021-42574). */
    BIDI("bidi"),
    /** Characters that nobody sees. */
    HIDDEN("hidden"),
    /** A word of letters from scripts that look alike, as a Latin name with a Cyrillic letter in it (UTS #39). */
    LOOK_ALIKE("mixed scripts");

    private static final Set<UnicodeScript> LIKE_LATIN = EnumSet.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC,
            UnicodeScript.LISU);

    private final String word;

    Oddity(String word) {
        this.word = word;
    }

    /** For the operator. */
    public String word() {
        return word;
    }

    /** All that holds of the text; none for one that is what it looks like. */
    public static Set<Oddity> of(String text) {
        Set<Oddity> found = EnumSet.noneOf(Oddity.class);
        boolean latin = false;
        boolean like = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x7f && c >= 0x20) {
                boolean letter = Character.isLetterOrDigit(c);
                latin = letter && (latin || Character.isLetter(c));
                like &= letter;
            } else if (Character.isLetter(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                latin |= script == UnicodeScript.LATIN;
                like |= LIKE_LATIN.contains(script);
            } else {
                character(c, found);
                boolean within = Character.getType(c) == Character.FORMAT;
                latin &= within;
                like &= within;
            }
            if (latin && like) {
                found.add(LOOK_ALIKE);
            }
        }
        return found;
    }

    private static void character(int c, Set<Oddity> found) {
        boolean turns = (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200e
                || c == 0x200f
                || c == 0x061c;
        if (turns) {
            found.add(BIDI);
        } else if (Character.getType(c) == Character.CONTROL) {
            if (c != '\n' && c != '\t') {
                found.add(CONTROL);
            }
        } else if (Visible.suspicious(Character.toString(c))) {
            found.add(HIDDEN);
        }
    }
}
