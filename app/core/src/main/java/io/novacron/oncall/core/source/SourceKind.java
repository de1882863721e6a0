package io.novacron.oncall.core.source;

import java.util.Locale;

/** The four kinds of backend the console reads. */
public enum SourceKind {
    PROMETHEUS,
    ALERTMANAGER,
    ELASTICSEARCH,
    JAEGER;

    /** The word of the configuration file and of every document we print. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
