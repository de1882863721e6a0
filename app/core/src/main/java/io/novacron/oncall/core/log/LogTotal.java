package io.novacron.oncall.core.log;

import java.util.Locale;

/** How many entries a search hits. {@link Relation#GTE} is shown as "10,000+", never as the number itself. */
public record LogTotal(long value, Relation relation) {

    public enum Relation {
        EQ,
        GTE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
