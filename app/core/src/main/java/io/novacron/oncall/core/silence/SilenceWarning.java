package io.novacron.oncall.core.silence;

/** One thing to know before a silence is posted. The text is one sentence, safe to show. */
public record SilenceWarning(Code code, String text) {

    /** Names are fixed: scripts read them. */
    public enum Code {
        /** No matcher says what to hit, all say what to spare (alerts guide S7). */
        NEGATIVE_ONLY,
        /** It would hit every alert of today, or any alert at all (reliability guide F59). */
        MATCHES_EVERYTHING,
        /** It hits no alert of today (F60). */
        MATCHES_NOTHING,
        /** It names what changes with the next restart (S13). */
        VOLATILE_LABEL,
        /** Two matchers claim one label (S8). */
        DUPLICATE_LABEL,
        /** A matcher also holds where the label is missing (M3). */
        MATCHES_EMPTY
    }
}
