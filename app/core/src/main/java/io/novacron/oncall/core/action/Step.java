package io.novacron.oncall.core.action;

import java.util.Locale;

/** The rungs of a write. None is drawn before it is proved (reliability guide G2). */
public enum Step {
    /** The operator asked for it. */
    QUEUED,
    /** One member took it and gave it an id; no more than that. */
    ACCEPTED,
    /** Every member that can be reached holds it. */
    REPLICATED,
    /** It does on every reachable member what it was made for. */
    EFFECTIVE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
